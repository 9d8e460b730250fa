// The front door: an app writes `import Onus` and has everything. This is the only place where modules
// are exported again.
@_exported public import OnusAudit
@_exported public import OnusCatalogue
@_exported public import OnusModel
@_exported public import OnusReaders
@_exported public import OnusSynthesis
@_exported public import OnusTables
