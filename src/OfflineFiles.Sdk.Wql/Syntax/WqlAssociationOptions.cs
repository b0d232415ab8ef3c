namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// The keywords after WHERE in ASSOCIATORS OF and REFERENCES OF (Microsoft Learn: ASSOCIATORS OF Statement, REFERENCES OF Statement).
/// Immutable. Names of classes, roles and qualifiers are the same when they differ only in case.
/// </summary>
public sealed record WqlAssociationOptions
{
    /// <summary>No keyword.</summary>
    public static WqlAssociationOptions None { get; } = new();

    /// <summary>Only through associations of this class or one derived from it; null for any. ASSOCIATORS OF only.</summary>
    /// <exception cref="ArgumentException">The text is not a valid name.</exception>
    public string? AssocClass { get; init => field = Checked(value, nameof(AssocClass)); }

    /// <summary>Only results of this class or one derived from it; null for any.</summary>
    /// <exception cref="ArgumentException">The text is not a valid name.</exception>
    public string? ResultClass { get; init => field = Checked(value, nameof(ResultClass)); }

    /// <summary>Only results that play this role (the name of a reference property) in the association; null for any. ASSOCIATORS OF only.</summary>
    /// <exception cref="ArgumentException">The text is not a valid name.</exception>
    public string? ResultRole { get; init => field = Checked(value, nameof(ResultRole)); }

    /// <summary>Only associations in which the source plays this role (the name of a reference property); null for any.</summary>
    /// <exception cref="ArgumentException">The text is not a valid name.</exception>
    public string? Role { get; init => field = Checked(value, nameof(Role)); }

    /// <summary>Only results whose class has this qualifier; null for any.</summary>
    /// <exception cref="ArgumentException">The text is not a valid name.</exception>
    public string? RequiredQualifier { get; init => field = Checked(value, nameof(RequiredQualifier)); }

    /// <summary>Only through associations whose class has this qualifier; null for any. ASSOCIATORS OF only.</summary>
    /// <exception cref="ArgumentException">The text is not a valid name.</exception>
    public string? RequiredAssocQualifier { get; init => field = Checked(value, nameof(RequiredAssocQualifier)); }

    /// <summary>Return the definitions of the classes of the results instead of the results. Not together with <see cref="ResultClass"/>.</summary>
    public bool ClassDefsOnly { get; init; }

    /// <summary>Fill only the key properties of the results.</summary>
    public bool KeysOnly { get; init; }

    /// <summary>Ask the schema: the source is a class, and so are the results. Not together with <see cref="ClassDefsOnly"/>.</summary>
    public bool SchemaOnly { get; init; }

    /// <summary>Returns true if both are equal, names ignoring case.</summary>
    /// <param name="other">Options or null.</param>
    public bool Equals(WqlAssociationOptions? other) =>
        other is not null
        && (ClassDefsOnly, KeysOnly, SchemaOnly) == (other.ClassDefsOnly, other.KeysOnly, other.SchemaOnly)
        && AreEqual(AssocClass, other.AssocClass)
        && AreEqual(ResultClass, other.ResultClass)
        && AreEqual(ResultRole, other.ResultRole)
        && AreEqual(Role, other.Role)
        && AreEqual(RequiredQualifier, other.RequiredQualifier)
        && AreEqual(RequiredAssocQualifier, other.RequiredAssocQualifier);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(
        WqlNodes.Combine(Hash(AssocClass), Hash(ResultClass), Hash(ResultRole)),
        WqlNodes.Combine(Hash(Role), Hash(RequiredQualifier), Hash(RequiredAssocQualifier)),
        (ClassDefsOnly ? 1 : 0) | (KeysOnly ? 2 : 0) | (SchemaOnly ? 4 : 0));

    /// <summary>Why they cannot stand in a query, as a sentence; null if they can. The one place that knows, for parser and constructors.</summary>
    internal string? Conflict(bool isReferences, WqlObjectPathKind source) => this switch
    {
        { AssocClass: not null } or { ResultRole: not null } or { RequiredAssocQualifier: not null } when isReferences =>
            "This keyword belongs to ASSOCIATORS OF: for REFERENCES OF the association is the result.",
        { ClassDefsOnly: true, ResultClass: not null } => "ClassDefsOnly and ResultClass exclude each other.",
        { ClassDefsOnly: true, SchemaOnly: true } => "SchemaOnly returns classes already: leave ClassDefsOnly out.",
        { SchemaOnly: true } when source != WqlObjectPathKind.Class => "SchemaOnly asks about a class: name the class alone in the braces.",
        _ => null,
    };

    private static string? Checked(string? name, string parameter) => name is null ? null : WqlName.Check(name, parameter);

    private static bool AreEqual(string? left, string? right) => WqlText.AreEqual(left, right);

    private static int Hash(string? name) => name is null ? 0 : WqlName.Hash(name);
}
