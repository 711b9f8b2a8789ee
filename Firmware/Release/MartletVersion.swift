// The version of everything here, in one place: the command, the Swift SDK and the console say this one.

/// The version of Martlet, by semantic versioning 2.0.0. CHANGELOG.md says what each brought.
public enum MartletVersion {
    /// The three numbers with dots between. Any context.
    public static var text: StaticString { "0.1.0" }
}
