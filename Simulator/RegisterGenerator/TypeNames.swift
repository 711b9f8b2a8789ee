// Stage 4: which peripherals share a Swift type, and what the types are called.

extension Device {
    /// Settles `sharesTypeOf` and `typeName` of every peripheral. It looks at the whole device, so that a
    /// type's name does not depend on which peripherals are asked for.
    mutating func assignTypes() {
        let byName = Dictionary(peripherals.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for index in peripherals.indices {
            var root = peripherals[index]
            // A peripheral with registers of its own, or other defaults for them, is a type of its own.
            while let base = root.sharesTypeOf.flatMap({ byName[$0] }), base.members == root.members { root = base }
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
        for index in peripherals.indices {
            let root = peripherals[index].sharesTypeOf ?? peripherals[index].name
            peripherals[index].typeName = names[root] ?? root
        }
    }
}
