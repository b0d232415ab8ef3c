namespace OfflineFiles.Sdk.Wql.Evaluation;

internal sealed class WqlStringMember<TRow>(Func<TRow, string?> read) : WqlMember<TRow>(WqlMemberKind.String)
{
    public Func<TRow, string?> Read => read;

    internal override Delegate Reader => read;

    public override bool IsNull(TRow row) => read(row) is null;

    internal override WqlMember<TOuter> Of<TOuter>(Func<TOuter, TRow?> inner) =>
        new WqlStringMember<TOuter>(outer => inner(outer) is { } row ? read(row) : null);
}

internal sealed class WqlValueMember<TRow, TValue>(WqlMemberKind kind, Func<TRow, TValue?> read) : WqlMember<TRow>(kind)
    where TValue : struct
{
    public Func<TRow, TValue?> Read => read;

    internal override Delegate Reader => read;

    public override bool IsNull(TRow row) => read(row) is null;

    internal override WqlMember<TOuter> Of<TOuter>(Func<TOuter, TRow?> inner) =>
        new WqlValueMember<TOuter, TValue>(Kind, outer => inner(outer) is { } row ? read(row) : null);
}

/// <summary>An embedded object: its class, null if there is no object, and what that class is derived from.</summary>
internal sealed class WqlObjectMember<TRow>(Func<TRow, string?> classOf, Func<string, string, bool> isA) : WqlMember<TRow>(WqlMemberKind.Object)
{
    public Func<TRow, string?> ClassOf => classOf;

    /// <summary>Whether the class named first is the one named second or derived from it.</summary>
    public Func<string, string, bool> IsA => isA;

    internal override Delegate Reader => classOf;

    public override bool IsNull(TRow row) => classOf(row) is null;

    internal override WqlMember<TOuter> Of<TOuter>(Func<TOuter, TRow?> inner) =>
        new WqlObjectMember<TOuter>(outer => inner(outer) is { } row ? classOf(row) : null, isA);
}
