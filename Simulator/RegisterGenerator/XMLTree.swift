// Stage 1: the XML text as a tree of elements that remember their lines.
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// One XML element. A class, so that a derivation can tell one element from an equal one.
final class Element {
    let tag: String
    let attributes: [String: String]
    let line: Int
    private(set) weak var parent: Element?
    var children: [Element] = []
    var text = ""
    /// What is wrong with how it is derived.
    var findings = Findings()

    init(tag: String, attributes: [String: String] = [:], line: Int, parent: Element?) {
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.parent = parent
    }

    func first(_ tag: String) -> Element? { children.first { $0.tag == tag } }
    func all(_ tag: String) -> [Element] { children.filter { $0.tag == tag } }

    /// The text of a child with the whitespace around it removed; nil if there is no such child.
    func string(_ tag: String) -> String? {
        first(tag)?.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The text of a child as one line: every run of whitespace becomes one space.
    func sentence(_ tag: String) -> String? {
        guard let text = first(tag)?.text else { return nil }
        let joined = text.replacingOccurrences(of: "\\n", with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return joined.isEmpty ? nil : joined
    }

    /// A deep copy under another parent.
    func copy(under parent: Element?) -> Element {
        let copy = Element(tag: tag, attributes: attributes, line: line, parent: parent)
        copy.text = text
        copy.children = children.map { $0.copy(under: copy) }
        return copy
    }

    /// Names from the peripheral down, joined by points: what an error calls this element.
    var path: String {
        var names: [String] = []
        var element: Element? = self
        while let current = element {
            if Element.named.contains(current.tag), let name = current.string("name") { names.append(name) }
            element = current.parent
        }
        return names.reversed().joined(separator: ".")
    }

    private static let named: Set<String> = [
        "peripheral", "cluster", "register", "field", "enumeratedValues", "enumeratedValue", "interrupt",
    ]
}

/// Builds the tree from the parser's callbacks.
private final class TreeBuilder: NSObject, XMLParserDelegate {
    var root: Element?
    /// The elements that have begun and not ended, the innermost last.
    private(set) var open: [Element] = []
    private static let lists: Set<String> = ["peripherals", "registers", "fields"]

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        // Some files have several lists where the format has one.
        if TreeBuilder.lists.contains(elementName), let former = open.last?.first(elementName) {
            open.append(former)
            return
        }
        let element = Element(
            tag: elementName, attributes: attributes, line: parser.lineNumber, parent: open.last)
        if let parent = open.last { parent.children.append(element) } else { root = element }
        open.append(element)
    }

    func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        // Whitespace between elements is most of the file; only leaves keep their text.
        if let last = open.last, last.children.isEmpty { last.text += string }
    }
}

/// Parses `data` into its root element, `device`.
func parseTree(_ data: Data, file: String) throws -> Element {
    let builder = TreeBuilder()
    // In pieces: of one piece the parser takes no more than 10 MB, and some chips have more.
    let parser = XMLParser(stream: InputStream(data: data))
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else {
        let reason =
            switch (parser.parserError as? NSError)?.code {
            case 4: "it is empty"
            case 76: "a closing tag is not that of the element that is open"
            case let code?: "the parser's error \(code)"
            case nil: "it has no element"
            }
        throw GeneratorError(
            file: file, line: max(parser.lineNumber, 1), path: "", message: "not well-formed XML: \(reason)")
    }
    // The parser takes the end of the file for the end of all that is open.
    if let element = builder.open.last {
        throw GeneratorError(
            file: file, line: element.line, path: "",
            message: "not well-formed XML: the file ends within this '\(element.tag)'")
    }
    guard root.tag == "device" else {
        throw GeneratorError(
            file: file, line: root.line, path: "", message: "the root element is '\(root.tag)', not 'device'")
    }
    return root
}
