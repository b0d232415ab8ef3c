namespace OfflineFiles.Sdk;

/// <summary>An operator of a query that runs in the caller, on the rows as they come. Immutable.</summary>
public sealed partial record OperatorExplanation
{
    internal OperatorExplanation(string text, bool holdsAllRows)
    {
        Text = text;
        HoldsAllRows = holdsAllRows;
    }

    /// <summary>The operator, nearly as it was written.</summary>
    public string Text { get; }

    /// <summary>True if the operator must hold all rows in memory before it passes on the first, as sorting does.</summary>
    public bool HoldsAllRows { get; }

    /// <summary>Returns the operator, and whether it holds all rows.</summary>
    public override string ToString() => HoldsAllRows ? $"{ReadableText.Of(Text)}, holding all rows" : ReadableText.Of(Text);
}
