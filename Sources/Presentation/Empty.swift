// Replaced by the files of this module.
