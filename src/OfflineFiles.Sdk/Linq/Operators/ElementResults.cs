using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>One of the rows.</summary>
internal static class ElementResults
{
    public static QueryResult First(LambdaExpression? predicate) =>
        Of(nameof(First), predicate, plan => new ElementFold(0, new MissingRow.Error(plan)));

    public static QueryResult FirstOrDefault(LambdaExpression? predicate, object? instead) =>
        Of(nameof(FirstOrDefault), predicate, _ => new ElementFold(0, new MissingRow.Instead(instead)));

    public static QueryResult Last(LambdaExpression? predicate) =>
        Of(nameof(Last), predicate, plan => new LastFold(1, new MissingRow.Error(plan)));

    public static QueryResult LastOrDefault(LambdaExpression? predicate, object? instead) =>
        Of(nameof(LastOrDefault), predicate, _ => new LastFold(1, new MissingRow.Instead(instead)));

    public static QueryResult Single(LambdaExpression? predicate) =>
        Of(nameof(Single), predicate, plan => new SingleFold(plan, new MissingRow.Error(plan)));

    public static QueryResult SingleOrDefault(LambdaExpression? predicate, object? instead) =>
        Of(nameof(SingleOrDefault), predicate, plan => new SingleFold(plan, new MissingRow.Instead(instead)));

    public static QueryResult At(Index index) =>
        Of("ElementAt", predicate: null, plan => At(index, new MissingRow.OutOfRange(plan)));

    /// <param name="index">Counted from the first; below zero there is no row.</param>
    public static QueryResult At(int index) =>
        Of("ElementAt", predicate: null, plan => new ElementFold(index, new MissingRow.OutOfRange(plan)));

    public static QueryResult AtOrDefault(Index index, object? instead) =>
        Of("ElementAtOrDefault", predicate: null, _ => At(index, new MissingRow.Instead(instead)));

    /// <inheritdoc cref="At(int)"/>
    public static QueryResult AtOrDefault(int index, object? instead) =>
        Of("ElementAtOrDefault", predicate: null, _ => new ElementFold(index, new MissingRow.Instead(instead)));

    private static ResultFold At(Index index, MissingRow missing) =>
        index.IsFromEnd ? new LastFold(index.Value, missing) : new ElementFold(index.Value, missing);

    private static QueryResult Of(string name, LambdaExpression? predicate, Func<QueryPlan, ResultFold> fold) => new(name, draft =>
    {
        if (predicate is not null) draft.Where(predicate, name);
        draft.TakeRows();
        return (plan, _) => fold(plan);
    });
}
