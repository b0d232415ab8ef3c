using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>
/// What became of a predicate: a constant; WQL that says exactly the same; WQL that finds all its rows and more, with the reason why
/// they must be checked again; or a refusal with its reason. Immutable.
/// </summary>
internal sealed class PredicateTranslation
{
    private PredicateTranslation(bool? constant, WqlPredicate? wql, Expression? part, string? reason)
    {
        Constant = constant;
        Wql = wql;
        Part = part;
        Reason = reason;
    }

    public static PredicateTranslation True { get; } = new(true, null, null, null);

    public static PredicateTranslation False { get; } = new(false, null, null, null);

    /// <summary>The value when it is the same for every row.</summary>
    public bool? Constant { get; }

    /// <summary>What may be pushed; null for a constant and for a refusal.</summary>
    public WqlPredicate? Wql { get; }

    /// <summary>The part that <see cref="Wql"/> does not say, or not exactly; null if there is none, or it is all of it.</summary>
    public Expression? Part { get; }

    /// <summary>Why it does not, as the end of a sentence; null if there is no such part.</summary>
    public string? Reason { get; }

    public bool IsExact => Reason is null;

    public static PredicateTranslation Of(bool constant) => constant ? True : False;

    public static PredicateTranslation Exact(WqlPredicate wql) => new(null, wql, null, null);

    public static PredicateTranslation Superset(WqlPredicate wql, Expression part, string reason) => new(null, wql, part, reason);

    public static PredicateTranslation Refused(Expression part, string reason) => new(null, null, part, reason);

    public static PredicateTranslation And(IReadOnlyList<PredicateTranslation> parts)
    {
        var pushed = new List<WqlPredicate>(parts.Count);
        PredicateTranslation? problem = null;
        foreach (var part in parts)
        {
            if (part.Constant == false) return False;
            if (!part.IsExact) problem ??= part;
            if (part.Wql is not null) pushed.Add(part.Wql);
        }

        if (pushed.Count == 0) return problem ?? True;
        return Join(WqlSimplifier.And(pushed), problem);
    }

    public static PredicateTranslation Or(IReadOnlyList<PredicateTranslation> parts)
    {
        var pushed = new List<WqlPredicate>(parts.Count);
        PredicateTranslation? problem = null;
        PredicateTranslation? refused = null;
        foreach (var part in parts)
        {
            if (part.Constant == true) return True;
            if (!part.IsExact) problem ??= part;
            if (part.Wql is not null) pushed.Add(part.Wql);
            else if (part.Constant is null) refused ??= part;
        }

        if (refused is not null) return refused;
        return pushed.Count == 0 ? False : Join(WqlSimplifier.Or(pushed), problem);
    }

    private static PredicateTranslation Join(WqlPredicate? wql, PredicateTranslation? problem)
    {
        if (wql is null) return new PredicateTranslation(null, null, problem?.Part, RefusalReasons.TooDeep);
        return problem is null ? Exact(wql) : new PredicateTranslation(null, wql, problem.Part, problem.Reason);
    }
}
