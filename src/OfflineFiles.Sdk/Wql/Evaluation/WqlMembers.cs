namespace OfflineFiles.Sdk.Wql;

internal sealed class WqlStringMember<TRow>(Func<TRow, string?> read) : WqlMember<TRow>(WqlMemberKind.String)
{
    public Func<TRow, string?> Read => read;

    internal override bool IsNull(TRow row) => read(row) is null;
}

internal sealed class WqlValueMember<TRow, TValue>(WqlMemberKind kind, Func<TRow, TValue?> read) : WqlMember<TRow>(kind)
    where TValue : struct
{
    public Func<TRow, TValue?> Read => read;

    internal override bool IsNull(TRow row) => read(row) is null;
}

internal sealed class WqlObjectMember<TRow> : WqlMember<TRow>
{
    private readonly Func<TRow, bool> _isNull;
    private readonly HashSet<string> _classes = new(StringComparer.OrdinalIgnoreCase);

    public WqlObjectMember(string className, Func<TRow, bool> isNull, string[] baseClassNames)
        : base(WqlMemberKind.Object)
    {
        _isNull = isNull;
        _classes.Add(WqlName.Check(className, nameof(className)));
        foreach (var name in baseClassNames) _classes.Add(WqlName.Check(name, nameof(baseClassNames)));
    }

    public bool IsA(string className) => _classes.Contains(className);

    internal override bool IsNull(TRow row) => _isNull(row);
}
