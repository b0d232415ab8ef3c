using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>A number of the elements, or of numbers that are read of them; those that are null are left out, as <see cref="Enumerable"/> does.</summary>
internal static class NumberResults
{
    public static QueryResult Count(LambdaExpression? predicate) => Count(nameof(Count), predicate, isLong: false);

    public static QueryResult LongCount(LambdaExpression? predicate) => Count(nameof(LongCount), predicate, isLong: true);

    /// <param name="type">The type of the numbers.</param>
    /// <param name="selector">What reads them; null if they are the elements.</param>
    public static QueryResult Sum(Type type, LambdaExpression? selector) => new(draft =>
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        draft.Offer(BackendAggregate.Of(ItemAggregate.Sum, draft.TakeValues(selector), _ => plain == typeof(int) ? 0 : (object)0L));
        return (_, _) => Sum(plain);
    });

    /// <inheritdoc cref="Sum(Type, LambdaExpression?)"/>
    public static QueryResult Average(Type type, LambdaExpression? selector) => new(draft =>
    {
        draft.TakeValues(selector);
        var plain = Nullable.GetUnderlyingType(type);
        return (plan, _) => Average(plain ?? type, plain is null ? new MissingElement.Error(plan) : new MissingElement.Instead(null));
    });

    private static QueryResult Count(string name, LambdaExpression? predicate, bool isLong) => new(draft =>
    {
        if (predicate is not null) draft.Where(predicate, name);
        if (draft.AreRows) draft.Offer(new BackendAggregate(ItemAggregate.Count, Property: null, (_, count) => CountFold.Of(count!.Value, isLong)));
        return (_, _) => new CountFold(isLong);
    });

    private static ResultFold Sum(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => new SumFold<int, int>((sum, value) => checked(sum + value), (sum, _) => sum),
        TypeCode.Int64 => new SumFold<long, long>((sum, value) => checked(sum + value), (sum, _) => sum),
        TypeCode.Single => new SumFold<float, double>((sum, value) => sum + value, (sum, _) => (float)sum),
        TypeCode.Double => new SumFold<double, double>((sum, value) => sum + value, (sum, _) => sum),
        _ => new SumFold<decimal, decimal>((sum, value) => sum + value, (sum, _) => sum),
    };

    private static ResultFold Average(Type type, MissingElement missing) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => new SumFold<int, long>((sum, value) => checked(sum + value), (sum, n) => n == 0 ? missing.Value() : (double)sum / n),
        TypeCode.Int64 => new SumFold<long, long>((sum, value) => checked(sum + value), (sum, n) => n == 0 ? missing.Value() : (double)sum / n),
        TypeCode.Single => new SumFold<float, double>((sum, value) => sum + value, (sum, n) => n == 0 ? missing.Value() : (float)(sum / n)),
        TypeCode.Double => new SumFold<double, double>((sum, value) => sum + value, (sum, n) => n == 0 ? missing.Value() : sum / n),
        _ => new SumFold<decimal, decimal>((sum, value) => sum + value, (sum, n) => n == 0 ? missing.Value() : sum / n),
    };
}

/// <summary>How many elements there are.</summary>
internal sealed class CountFold(bool isLong) : ResultFold
{
    private long _count;

    public static object Of(long count, bool isLong) => isLong ? (object)count : checked((int)count);

    public override object Finish() => Of(_count, isLong);

    protected override bool Add(object? element)
    {
        _count++;
        return true;
    }
}

/// <summary>Adds up values; null values are left out.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <typeparam name="TSum">The type they are added up in.</typeparam>
internal sealed class SumFold<TValue, TSum>(Func<TSum, TValue, TSum> add, Func<TSum, long, object?> result) : ResultFold
    where TSum : struct
{
    private TSum _sum;
    private long _count;

    public override object? Finish() => result(_sum, _count);

    protected override bool Add(object? element)
    {
        if (element is not TValue value) return true;
        _sum = add(_sum, value);
        _count++;
        return true;
    }
}
