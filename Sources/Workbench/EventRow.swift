import Ledger

/// A row of the ledger; the schema has rows of its own.
typealias EventRow = Row
