namespace OfflineFiles.Sdk.Wql;

internal sealed class AndNode<TRow>(WqlNode<TRow>[] operands) : WqlNode<TRow>
{
    public override WqlTruth Evaluate(TRow row)
    {
        var result = WqlTruth.True;
        foreach (var operand in operands)
        {
            var truth = operand.Evaluate(row);
            if (truth == WqlTruth.False) return WqlTruth.False;
            if (truth == WqlTruth.Unknown) result = WqlTruth.Unknown;
        }

        return result;
    }
}

internal sealed class OrNode<TRow>(WqlNode<TRow>[] operands) : WqlNode<TRow>
{
    public override WqlTruth Evaluate(TRow row)
    {
        var result = WqlTruth.False;
        foreach (var operand in operands)
        {
            var truth = operand.Evaluate(row);
            if (truth == WqlTruth.True) return WqlTruth.True;
            if (truth == WqlTruth.Unknown) result = WqlTruth.Unknown;
        }

        return result;
    }
}

internal sealed class NotNode<TRow>(WqlNode<TRow> operand) : WqlNode<TRow>
{
    public override WqlTruth Evaluate(TRow row) => operand.Evaluate(row) switch
    {
        WqlTruth.True => WqlTruth.False,
        WqlTruth.False => WqlTruth.True,
        _ => WqlTruth.Unknown,
    };
}
