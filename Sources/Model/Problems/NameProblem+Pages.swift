import Syntax

extension NameProblem {
  /// What `explain` says of each code.
  static let pages: [Explanation] = [
    Explanation(
      "E0130", Wording("unknown word", "未知的词"),
      Wording(
        "An entry begins with a kind of declaration or a command; this word is neither.",
        "每一条以声明或命令开头；这个词两者都不是。"),
      wrong: "rotaton { every 3 years }",
      right: "rotation { every 3 years }"),
    Explanation(
      "E0131", Wording("unknown name", "未知的名称"),
      Wording(
        "A name must be declared somewhere in the file or in a text that it uses; "
          + "the order does not matter.",
        "名称须在本文件或所引用的文本中声明；先后不限。"),
      wrong: "rotation { of tendr; every 3 years }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0132", Wording("declared twice", "重复声明"),
      Wording(
        "Two declarations of one name could not be told apart in results.",
        "同名的两项声明在结果中无法区分。"),
      wrong: "body office { kind audit }; body office { kind supervisory }",
      right: "body office { kind audit }; body city_office { kind supervisory }"),
    Explanation(
      "N0133", Wording("a name that is also a word", "名称与词相同"),
      Wording(
        "Where a field takes both names and words, the declared name wins. "
          + "`field.finance` asks for the word.",
        "字段既可取名称又可取词时，以声明的名称为准；若指词，请写 领域.词。"),
      wrong: "organization bank { unit finance { post teller { headcount 3 } } }; "
        + "rotation { of finance; every 3 years }",
      right: "organization bank { unit finance { post teller { headcount 3 } } }; "
        + "rotation { of field.finance or unit.finance; every 3 years }"),
    Explanation(
      "E0134", Wording("a name of another kind", "名称的种类不对"),
      Wording(
        "The name is declared, but as something else than what is asked for here.",
        "名称已声明，但种类与此处所要的不同。"),
      wrong: "review look { by kickbacks; every 1 year; finds 5% }",
      right: "review look { by inspectorate; every 1 year; finds 5% }"),
    Explanation(
      "E0135", Wording("a name is missing", "缺少名称"),
      Wording(
        "Declarations of this kind are referred to, so each needs a name.",
        "这类声明要被引用，因此需要名称。"),
      wrong: "body { kind audit }",
      right: "body audit_office { kind audit }"),
    Explanation(
      "E0136", Wording("unknown text", "未知的文本"),
      Wording(
        "`use` takes a text of rules/ or a file in the scenario's own folder, "
          + "nothing from elsewhere.",
        "“引用”只取 rules/ 中的文本或情景所在文件夹内的文件。"),
      wrong: "use \"metric\"",
      right: "use \"metrics\""),
    Explanation(
      "E0137", Wording("unknown word of a field", "字段没有这个取值"),
      Wording(
        "The field takes one of a few words; this is none of them.",
        "该字段只能取几个固定的词之一。"),
      wrong: "rotation { of tender; every 3 years; mode swap }",
      right: "rotation { of tender; every 3 years; mode exchange }"),
    Explanation(
      "E0138", Wording("texts use each other", "文本相互引用"),
      Wording(
        "A text that uses itself, over others or not, has no beginning.",
        "文本直接或间接引用自己，就没有起点。"),
      wrong: "",
      right: ""),
    Explanation(
      "E0139", Wording("a change outside a policy", "改动不在方案中"),
      Wording(
        "The baseline is declared, not changed; changes by path stand in a policy "
          + "or after `set`.",
        "基准是声明出来的；按路径的改动写在方案里或“设定”之后。"),
      wrong: "single_bid.yellow = 25%",
      right: "policy higher { single_bid.yellow = 25% }"),
    Explanation(
      "E0140", Wording("not a name", "不能作名称"),
      Wording(
        "A name is one word; words of the grammar and paths cannot be declared.",
        "名称是一个词；语法用词和带点的路径不能作名称。"),
      wrong: "body city.office { kind audit }",
      right: "body city_office { kind audit }"),
    Explanation(
      "E0141", Wording("a word of a later version", "后续版本的词"),
      Wording(
        "The word belongs to the language, but its mechanism is not built. It is "
          + "refused because ignoring it would change results silently.",
        "这个词属于本语言，但机制尚未实现。若悄悄忽略，会改变结果，所以不接受。"),
      wrong: "lesson tour { say \"Look\" }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0142", Wording("unknown field", "未知的字段"),
      Wording(
        "Each kind has its own fields; this word is none of them. A misspelt rule "
          + "would silently not act, so it is an error.",
        "每种声明有自己的字段；这个词不在其中。写错的规则若被忽略就不起作用，所以是错误。"),
      wrong: "rotation { of tender; every 3 years; coverge 80% }",
      right: "rotation { of tender; every 3 years; coverage 80% }"),
    Explanation(
      "E0143", Wording("a required field is missing", "缺少必填字段"),
      Wording(
        "Without this field the declaration means nothing definite.",
        "缺少这个字段，声明没有确定的含义。"),
      wrong: "body office { capacity 3 per month }",
      right: "body office { kind audit; capacity 3 per month }"),
    Explanation(
      "E0144", Wording("a field written twice", "字段写了两次"),
      Wording(
        "One of the two would be lost.",
        "两处必有一处被丢弃。"),
      wrong: "rotation { of tender; every 3 years; every 2 years }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0145", Wording("not what the field takes", "不是字段所要的内容"),
      Wording(
        "The field takes another sort of value.",
        "该字段要的是另一种内容。"),
      wrong: "scenario s { title 12 }",
      right: "scenario s { title \"Binhai\" }"),
    Explanation(
      "E0146", Wording("no such clause", "没有这种说法"),
      Wording(
        "The field does not take this preposition.",
        "该字段后面不能用这个介词。"),
      wrong: "rotation { of tender; every 3 years within 1 year }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0147", Wording("a value is missing", "缺少值"),
      Wording(
        "The field or command says nothing without a value.",
        "字段后面没有值。"),
      wrong: "rotation { of tender; every }",
      right: "rotation { of tender; every 3 years }"),
    Explanation(
      "E0148", Wording("too many values", "值过多"),
      Wording(
        "The field takes one value; a second is probably another field.",
        "该字段只取一个值；第二个多半是另一个字段。"),
      wrong: "rotation { of tender; every 3 years 80% }",
      right: "rotation { of tender; every 3 years; coverage 80% }"),
    Explanation(
      "E0149", Wording("out of place", "位置不对"),
      Wording(
        "Posts stand in units, units in organizations, everything else at the top level.",
        "岗位写在单位里，单位写在组织里，其余写在最外层。"),
      wrong: "post cashier { headcount 3 }",
      right: "organization bank { unit desk { post cashier { headcount 3 } } }"),
  ]
}
