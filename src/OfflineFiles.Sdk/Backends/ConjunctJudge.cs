namespace OfflineFiles.Sdk.Backends;

/// <summary>Asks a profile about one predicate after another that would stand in the same WHERE clause, and counts their terms.</summary>
internal sealed class ConjunctJudge(PushdownProfile profile, int reservedTerms = 0)
{
    public int TermsLeft { get; private set; } = profile.MaxTerms - reservedTerms;

    public PushdownVerdict Judge(WqlPredicate conjunct)
    {
        var verdict = profile.Judge(conjunct);
        if (!verdict.IsAllowed) return verdict;
        if (conjunct.TermCount > TermsLeft)
            return PushdownVerdict.Refused($"the query would have more than the {profile.MaxTerms} terms the backend takes");
        TermsLeft -= conjunct.TermCount;
        return verdict;
    }
}
