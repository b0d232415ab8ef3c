using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Backends;

/// <summary>Asks a profile about one predicate after another that would stand in the same WHERE clause, and counts their terms.</summary>
internal sealed class ConjunctJudge(PushdownProfile profile)
{
    private int _terms;

    public PushdownVerdict Judge(WqlPredicate conjunct)
    {
        if (_terms + conjunct.TermCount > profile.MaxTerms)
            return PushdownVerdict.Refused($"the query would have more than the {profile.MaxTerms} terms the backend takes");
        var verdict = profile.Judge(conjunct);
        if (verdict.IsAllowed) _terms += conjunct.TermCount;
        return verdict;
    }
}
