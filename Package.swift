// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled with these: nothing leaks into a public signature, and a warning is an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "onus",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Onus", targets: ["Onus"]),
    .executable(name: "onus", targets: ["OnusTool"]),
    .executable(name: "onus-bench", targets: ["OnusBench"]),
  ],
  traits: [
    // Off by default, so that the package builds where libxlsxwriter and libzip are not installed.
    .trait(name: "Office", description: "Writes Excel workbooks and Word documents.")
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .yum(["libxml2-devel"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [
        .apt(["libxlsxwriter-dev"]), .yum(["libxlsxwriter-devel"]), .brew(["libxlsxwriter"]),
      ]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .yum(["libzip-devel"]), .brew(["libzip"])]),
    .target(name: "OnusModel", swiftSettings: strict),
    .target(
      name: "OnusReaders", dependencies: ["OnusModel", "CLibXML2", "CZlib", "Yams"],
      swiftSettings: strict, linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .target(name: "OnusCatalogue", dependencies: ["OnusModel", grdb, sqlite], swiftSettings: strict),
    .target(name: "OnusAudit", dependencies: ["OnusModel"], swiftSettings: strict),
    .target(name: "OnusSynthesis", swiftSettings: strict),
    .target(
      name: "OnusOffice",
      dependencies: [
        "OnusModel", .target(name: "CXlsxWriter", condition: .when(traits: ["Office"])),
        .target(name: "CZip", condition: .when(traits: ["Office"])),
      ], swiftSettings: strict),
    .target(name: "OnusTables", dependencies: ["OnusModel", "OnusOffice"], swiftSettings: strict),
    .target(
      name: "Onus",
      dependencies: [
        "OnusModel", "OnusReaders", "OnusCatalogue", "OnusAudit", "OnusSynthesis", "OnusTables",
      ],
      swiftSettings: strict),
    .executableTarget(name: "OnusTool", dependencies: ["Onus", argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "OnusBench",
      dependencies: ["CLibXML2", "OnusModel", "OnusReaders", "OnusCatalogue", sqlite, argumentParser],
      swiftSettings: strict),
    .testTarget(name: "OnusModelTests", dependencies: ["OnusModel"], swiftSettings: strict),
    .testTarget(
      name: "OnusReadersTests", dependencies: ["OnusModel", "OnusReaders"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "OnusCatalogueTests", dependencies: ["OnusModel", "OnusCatalogue", grdb], swiftSettings: strict),
    .testTarget(
      name: "OnusAuditTests", dependencies: ["OnusModel", "OnusReaders", "OnusAudit"], swiftSettings: strict),
    .testTarget(name: "OnusSynthesisTests", dependencies: ["OnusSynthesis"], swiftSettings: strict),
    .testTarget(
      name: "OnusOfficeTests",
      dependencies: [
        "OnusModel", "OnusOffice", "OnusTables",
        .target(name: "CZip", condition: .when(traits: ["Office"])),
      ], swiftSettings: strict),
    .testTarget(
      name: "OnusTablesTests", dependencies: ["OnusModel", "OnusTables"], swiftSettings: strict),
    .testTarget(name: "OnusTests", dependencies: ["Onus"], swiftSettings: strict),
    .testTarget(
      name: "OnusToolTests", dependencies: ["Onus", "OnusTool"], exclude: ["Transcripts"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
