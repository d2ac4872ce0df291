import Glibc
import Workbench

exit(Shell.run(Array(CommandLine.arguments.dropFirst())).rawValue)
