// Stage 4: which peripherals share a Swift type, and what the types are called.

extension Device {
    /// Gives every peripheral a name of its own. The first of a name keeps it.
    mutating func assignPeripheralNames() {
        var taken: Set<String> = []
        for index in peripherals.indices {
            let name = peripherals[index].name
            var own = name
            var number = 2
            while !taken.insert(SwiftNames.member(own)).inserted {
                own = "\(name)_\(number)"
                number += 1
            }
            guard own != name else { continue }
            peripherals[index].name = own
            peripherals[index].add(
                .warning, "a second peripheral of this name: it is called \(own)", file: file, path: name)
        }
    }

    /// Settles `sharesTypeOf` and `typeName` of every peripheral. It looks at the whole device, so that a
    /// type's name does not depend on which peripherals are asked for.
    mutating func assignTypes() {
        let byName = Dictionary(peripherals.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for index in peripherals.indices {
            var root = peripherals[index]
            var visited: Set<String> = [root.name]
            // A peripheral with registers of its own, or other defaults for them, is a type of its own.
            while let base = root.sharesTypeOf.flatMap({ byName[$0] }), base.members == root.members,
                visited.insert(base.name).inserted
            {
                root = base
            }
            peripherals[index].sharesTypeOf = root.name == peripherals[index].name ? nil : root.name
        }

        let roots = peripherals.filter { $0.sharesTypeOf == nil }
        let rootsOfGroup = Dictionary(grouping: roots, by: { $0.groupName ?? "" })
        let rootsOfType = Dictionary(grouping: roots, by: \.typeName)
        let shared = Set(peripherals.compactMap(\.sharesTypeOf))
        var names: [String: String] = [:]
        for root in roots {
            if !root.typeName.isEmpty, rootsOfType[root.typeName]?.count == 1 {
                names[root.name] = root.typeName
            } else if let group = root.groupName, shared.contains(root.name), rootsOfGroup[group]?.count == 1,
                byName[group] == nil
            {
                names[root.name] = group
            } else {
                names[root.name] = root.name
            }
        }
        // A name that comes from elsewhere makes way for the peripheral that is called so itself.
        let owners = Dictionary(grouping: roots) { SwiftNames.type(names[$0.name] ?? $0.name) }
        for (name, sharing) in owners where sharing.count > 1 {
            for root in sharing where SwiftNames.type(root.name) != name { names[root.name] = root.name }
        }
        for index in peripherals.indices {
            let root = peripherals[index].sharesTypeOf ?? peripherals[index].name
            peripherals[index].typeName = names[root] ?? root
        }
    }
}
