namespace OfflineFiles.Sdk.Wql;

/// <summary>How a server wants its WQL written where servers differ. The meaning of a query is the same in each.</summary>
public sealed class WqlDialect
{
    private WqlDialect(string name, bool nullTestUsesIs, bool quotesClassOfIsA)
    {
        Name = name;
        NullTestUsesIs = nullTestUsesIs;
        QuotesClassOfIsA = quotesClassOfIsA;
    }

    /// <summary>Windows management: <c>IS NULL</c>, <c>ISA 'Class'</c>.</summary>
    public static WqlDialect Windows { get; } = new(nameof(Windows), nullTestUsesIs: true, quotesClassOfIsA: true);

    /// <summary>Open Management Infrastructure: <c>= NULL</c>, <c>NOT a = NULL</c>, <c>ISA Class</c>.</summary>
    public static WqlDialect Omi { get; } = new(nameof(Omi), nullTestUsesIs: false, quotesClassOfIsA: false);

    /// <summary>The name of the dialect, for logs.</summary>
    public string Name { get; }

    internal bool NullTestUsesIs { get; }

    internal bool QuotesClassOfIsA { get; }

    /// <summary>The name of the dialect: <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
