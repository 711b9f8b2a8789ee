// Stage 2: derivedFrom. A derived element takes every child of its base that it does not give itself, at
// every level: peripherals, clusters, registers, fields and enumerated values.

/// Replaces each derived element of a tree by what it stands for.
struct Derivation {
    let file: String
    private var resolved: Set<ObjectIdentifier> = []
    private var underway: [ObjectIdentifier] = []

    init(file: String) { self.file = file }

    static func resolve(_ device: Element, file: String) {
        var derivation = Derivation(file: file)
        derivation.resolveAll(under: device)
    }

    private mutating func resolveAll(under element: Element) {
        resolve(element)
        for child in element.children { resolveAll(under: child) }
    }

    /// Children that a derived element never takes over: they belong to the base's own place.
    private static let ownOnly: Set<String> = ["name", "interrupt"]
    private static let dimensions: Set<String> = ["dim", "dimIncrement", "dimIndex", "dimName", "dimArrayIndex"]
    /// Children that are lists of named things and are merged name by name.
    private static let lists: Set<String> = ["registers", "fields"]
    /// Named things without a list around them, in clusters and in enumerated values.
    private static let unlisted: Set<String> = ["register", "cluster", "enumeratedValue"]

    private mutating func resolve(_ element: Element) {
        let identity = ObjectIdentifier(element)
        guard let target = element.attributes["derivedFrom"], !resolved.contains(identity) else { return }
        guard !underway.contains(identity) else {
            return add(.error, element, "derivedFrom '\(target)' leads back to itself")
        }
        guard let base = find(target, from: element) else {
            resolved.insert(identity)
            return add(.warning, element, "derivedFrom '\(target)', which does not exist: read without it")
        }
        guard base !== element else {
            return add(.error, element, "derivedFrom '\(target)' leads back to itself")
        }
        underway.append(identity)
        // The base's own parts may be derived as well, from anywhere: they are resolved first, so that
        // what is copied is final.
        resolveAll(under: base)
        underway.removeLast()
        merge(base, into: element)
        resolved.insert(identity)
    }

    private func merge(_ base: Element, into element: Element) {
        var inherited: [Element] = []
        // A name that is written as that of a list has the list's copies; another is one of them.
        let isList = element.string("name")?.contains("%s") == true && element.first("dim") == nil
        for child in base.children where !Derivation.ownOnly.contains(child.tag) {
            if Derivation.dimensions.contains(child.tag) {
                if isList { inherited.append(child.copy(under: element)) }
            } else if Derivation.unlisted.contains(child.tag) {
                let name = child.string("name")
                if !element.children.contains(where: { $0.tag == child.tag && $0.string("name") == name }) {
                    inherited.append(child.copy(under: element))
                }
            } else if let own = element.first(child.tag) {
                if Derivation.lists.contains(child.tag) {
                    let names = Set(own.children.compactMap { $0.string("name") })
                    let kept = child.children.filter { !names.contains($0.string("name") ?? "") }
                    own.children = kept.map { $0.copy(under: own) } + own.children
                }
            } else if !inheritedElsewhere(child, element) {
                inherited.append(child.copy(under: element))
            }
        }
        element.children = inherited + element.children
    }

    /// A bit range has three spellings.
    private func inheritedElsewhere(_ child: Element, _ element: Element) -> Bool {
        let ranges: Set<String> = ["bitRange", "bitOffset", "bitWidth", "lsb", "msb"]
        return ranges.contains(child.tag) && element.children.contains { ranges.contains($0.tag) }
    }

    /// The element `target` names: a sibling, else a path from any enclosing scope, the nearest first.
    private func find(_ target: String, from element: Element) -> Element? {
        let names = target.split(separator: ".").map(String.init)
        var scope = element.parent
        while let current = scope {
            let found = descend(names, from: current, tag: element.tag)
            if let match = found.first(where: { $0 !== element }) ?? found.first { return match }
            scope = current.parent
        }
        return nil
    }

    private func descend(_ names: [String], from scope: Element, tag: String) -> [Element] {
        guard let name = names.first else { return [] }
        var found: [Element] = []
        for child in named(under: scope) where isCalled(child, name) {
            if names.count == 1 {
                if child.tag == tag { found.append(child) }
            } else {
                found += descend(Array(names.dropFirst()), from: child, tag: tag)
            }
        }
        // Enumerated values are looked for by name alone in the fields of an enclosing register.
        if found.isEmpty, names.count == 1, tag == "enumeratedValues" {
            for child in named(under: scope) where child.tag != tag {
                found += descend(names, from: child, tag: tag)
            }
        }
        return found
    }

    /// Whether an element has this name, or is a list with a copy of this name.
    private func isCalled(_ element: Element, _ name: String) -> Bool {
        guard let own = element.string("name") else { return false }
        if own == name { return true }
        guard own.contains("%s"), let indexes = Dimension.indexes(of: element) else { return false }
        return indexes.contains { own.replacingIndex(with: $0) == name }
    }

    private func named(under scope: Element) -> [Element] {
        scope.children.flatMap { child -> [Element] in
            switch child.tag {
            case "peripherals", "registers", "fields": child.children
            case "peripheral", "cluster", "register", "field", "enumeratedValues": [child]
            default: []
            }
        }
    }

    private func add(_ severity: Finding.Severity, _ element: Element, _ message: String) {
        element.findings.add(
            Finding(
                severity, file: file, line: element.line, path: element.path, message: message, property: "derivedFrom"))
    }
}
