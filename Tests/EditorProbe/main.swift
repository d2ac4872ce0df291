import Glibc
import LineEditor

// A program that only talks to the line editor, so that its sessions need nothing else of Probity.
// It says what it read; `spin` computes until Ctrl-C; `history` shows the entries remembered, `mode`
// who may read their file, and `screen` what stands at the output.

let editor = LineEditor.shared
editor.complete = { line, cursor in
  let typed = line.prefix(cursor)
  let start = typed.lastIndex { $0 == " " || $0 == "，" }.map { typed.index(after: $0) }
  let word = typed[(start ?? typed.startIndex)...]
  let words = ["rotation", "rotation.every", "response", "轮岗", "轮岗率", "运行"]
  let found = word == "lg" ? ["轮岗", "轮岗率"] : words.filter { $0.hasPrefix(word) }
  return Completion(found, from: typed.count - word.count)
}
editor.begin()

func isClosed(_ text: String) -> Bool {
  text.filter { $0 == "{" }.count <= text.filter { $0 == "}" }.count
}

reading: while true {
  switch editor.readEntry(prompt: "probity> ", continuation: "  ...> ", isComplete: isClosed) {
  case .end: break reading
  case .interrupted: print("interrupted")
  case .text("spin"):
    print("spinning")
    while !Interrupts.isPending {}
    Interrupts.take()
    print("stopped")
  case .text("history"): for entry in editor.history { print("·", entry.debugDescription) }
  case .text("mode"):
    var status = stat()
    if let path = editor.historyPath, stat(path, &status) == 0 {
      print(String(status.st_mode & 0o777, radix: 8))
    }
  case .text("screen"):
    print(Device.width() ?? 0, Device.isColoured() ? "coloured" : "plain", Device.isUTF8)
  case .text(let entry): print("read", entry.debugDescription)
  }
}
