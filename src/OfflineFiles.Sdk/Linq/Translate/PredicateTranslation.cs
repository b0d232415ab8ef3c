using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

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

    /// <summary>The part that <see cref="Wql"/> does not say, or not exactly; null when there is none.</summary>
    public Expression? Part { get; }

    /// <summary>Why it does not, as the end of a sentence; null when there is no such part.</summary>
    public string? Reason { get; }

    public bool IsExact => Reason is null;

    public static PredicateTranslation Of(bool constant) => constant ? True : False;

    public static PredicateTranslation Exact(WqlPredicate wql) => new(null, wql, null, null);

    public static PredicateTranslation Superset(WqlPredicate wql, Expression part, string reason) => new(null, wql, part, reason);

    public static PredicateTranslation Refused(Expression part, string reason) => new(null, null, part, reason);

    public static PredicateTranslation And(IReadOnlyList<PredicateTranslation> parts)
    {
        if (parts.Any(part => part.Constant == false)) return False;
        var open = parts.Where(part => part.Constant is null).ToList();
        if (open.Count == 0) return True;
        var problem = open.Find(part => !part.IsExact);
        var pushed = open.Where(part => part.Wql is not null).Select(part => part.Wql!).ToList();
        if (pushed.Count == 0) return problem!;
        var wql = WqlPredicate.And(pushed);
        return problem is null ? Exact(wql) : Superset(wql, problem.Part!, problem.Reason!);
    }

    public static PredicateTranslation Or(IReadOnlyList<PredicateTranslation> parts)
    {
        if (parts.Any(part => part.Constant == true)) return True;
        var open = parts.Where(part => part.Constant is null).ToList();
        if (open.Count == 0) return False;
        if (open.Find(part => part.Wql is null) is { } refused) return refused;
        var wql = WqlPredicate.Or(open.Select(part => part.Wql!));
        return open.Find(part => !part.IsExact) is { } problem ? Superset(wql, problem.Part!, problem.Reason!) : Exact(wql);
    }
}
