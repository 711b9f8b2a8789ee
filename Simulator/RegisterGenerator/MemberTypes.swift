// Stage 7: which registers and clusters of a scope share a Swift type, and its name.

extension Device {
    /// Settles `typeName` of every register and cluster. The copies of a list come with the name of the list
    /// without its index, which may also be that of another register: they share a type only if it has the same
    /// contents, since what one of them has would be missing from the other.
    mutating func assignMemberTypes() {
        for index in peripherals.indices { peripherals[index].members.assignTypes() }
    }
}

extension [Member] {
    fileprivate mutating func assignTypes() {
        for index in indices {
            guard case .cluster(var cluster) = self[index] else { continue }
            cluster.members.assignTypes()
            self[index] = .cluster(cluster)
        }
        // By the name in Swift, which two names in the file may have in common; by contents within it.
        var names: [String] = []
        var classes: [String: [[Int]]] = [:]
        for index in indices.sorted(by: { (self[$0].offset, self[$0].name) < (self[$1].offset, self[$1].name) }) {
            let name = SwiftNames.type(self[index].typeName)
            if classes[name] == nil { names.append(name) }
            if let position = classes[name]?.firstIndex(where: { self[$0[0]].hasTypeOf(self[index]) }) {
                classes[name]?[position].append(index)
            } else {
                classes[name, default: []].append([index])
            }
        }
        // A register that is itself called so keeps the name; a list makes way and is called by its first copy.
        var taken: Set<String> = []
        var others: [[Int]] = []
        for name in names {
            guard var sharing = classes[name] else { continue }
            if !self[sharing[0][0]].typeName.isEmpty {
                let owner = sharing.firstIndex { $0.contains { SwiftNames.type(self[$0].name) == name } } ?? 0
                let keepers = sharing.remove(at: owner)
                for index in keepers { self[index].typeName = self[keepers[0]].typeName }
                taken.insert(name)
            }
            others += sharing
        }
        for members in others {
            var name = self[members[0]].name
            while !taken.insert(SwiftNames.type(name)).inserted { name += "_" }
            for index in members { self[index].typeName = name }
        }
    }
}

extension Member {
    /// Whether one Swift type serves both: the same fields, reset value, effects and registers.
    fileprivate func hasTypeOf(_ other: Member) -> Bool {
        switch (self, other) {
        case (.register(let one), .register(let other)): one.contents == other.contents
        case (.cluster(let one), .cluster(let other)): one.contents == other.contents
        default: false
        }
    }
}

extension Register {
    /// The register with all that its type does not depend on made equal.
    fileprivate var contents: Register {
        var contents = self
        contents.name = ""
        contents.typeName = ""
        contents.description = nil
        contents.offset = 0
        // A type's fields depend on whether the register is read, but not on whether it is written as well.
        contents.access = access.readable ? .readWrite : .writeOnly
        contents.alternateOf = nil
        contents.repetition = nil
        contents.line = 0
        contents.fields = fields.map { $0.contents }.sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }
        return contents
    }
}

extension Field {
    fileprivate var contents: Field {
        var contents = self
        contents.description = nil
        contents.line = 0
        for index in enumerations.indices {
            contents.enumerations[index].line = 0
            for value in enumerations[index].values.indices {
                contents.enumerations[index].values[value].description = nil
                contents.enumerations[index].values[value].line = 0
            }
        }
        return contents
    }
}

extension Cluster {
    fileprivate var contents: Cluster {
        var contents = self
        contents.name = ""
        contents.typeName = ""
        contents.description = nil
        contents.offset = 0
        contents.repetition = nil
        contents.line = 0
        contents.members = members.map { $0.contentsInPlace }.sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }
        return contents
    }
}

extension Member {
    /// A member of a cluster: its place and access belong to the cluster's contents.
    fileprivate var contentsInPlace: Member {
        switch self {
        case .register(let register):
            var contents = register.contents
            contents.name = register.name
            contents.typeName = register.typeName
            contents.offset = register.offset
            contents.access = register.access
            contents.repetition = register.repetition
            return .register(contents)
        case .cluster(let cluster):
            var contents = cluster.contents
            contents.name = cluster.name
            contents.typeName = cluster.typeName
            contents.offset = cluster.offset
            contents.repetition = cluster.repetition
            return .cluster(contents)
        }
    }
}
