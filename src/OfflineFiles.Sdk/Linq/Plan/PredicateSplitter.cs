using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Decides, of each of the predicates joined by AND, what goes to the backend and what stays in the caller.</summary>
internal sealed class PredicateSplitter(PushdownProfile profile)
{
    private readonly ConjunctJudge _judge = new(profile);

    public PredicatePart Split(PredicatePart part)
    {
        var translation = part.Translation;
        if (translation.Constant is not null) return part;
        if (translation.Wql is not { } wql) return Residual(part, translation.Reason!);

        var pushed = new List<WqlPredicate>();
        string? refusal = null;
        foreach (var conjunct in wql is WqlAnd and ? and.Operands : [wql])
        {
            var verdict = _judge.Judge(conjunct);
            if (verdict.IsAllowed) pushed.Add(conjunct);
            else refusal ??= verdict.Reason;
        }

        var reason = refusal ?? translation.Reason;
        return part with
        {
            Pushed = pushed.Count == 0 ? null : WqlPredicate.And(pushed),
            ResidualBecause = reason,
            RunsInCaller = reason is not null,
        };
    }

    private static PredicatePart Residual(PredicatePart part, string reason) => part with { ResidualBecause = reason, RunsInCaller = true };
}
