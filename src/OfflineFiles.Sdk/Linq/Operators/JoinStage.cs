using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Finds, of rows that were read before, those with the key of each row, and passes on what is made of both.</summary>
internal sealed class JoinStage(JoinTable others, Func<object?, object?> key, JoinMatch match, RowStage next) : RowStage(next)
{
    public override bool WantsRows => (match.TakesAll || match.KeepsUnmatched || !others.IsEmpty) && Next.WantsRows;

    public override bool Accept(object? row)
    {
        var found = others.Find(key(row));
        if (match.TakesAll) return Next.Accept(match.Result(row, found));
        if (found is null) return !match.KeepsUnmatched || Next.Accept(match.Result(row, match.WhenUnmatched));
        foreach (var other in found)
            if (!Next.Accept(match.Result(row, other))) return false;
        return true;
    }
}

/// <summary>What a join makes of a row and those found for it: of each pair, or of the row and the list of all of them.</summary>
internal sealed record JoinMatch(Func<object?, object?, object?> Result)
{
    /// <summary>Whether it takes all that were found as one list, which is null when nothing was.</summary>
    public bool TakesAll { get; init; }

    /// <summary>Whether a row for which nothing is found counts, beside <see cref="WhenUnmatched"/>.</summary>
    public bool KeepsUnmatched { get; init; }

    public object? WhenUnmatched { get; init; }
}
