using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// A query of one line and what the same operators make of the items in memory. The oracle is the query itself over
/// <see cref="Queryable.AsQueryable{TElement}"/>, unless it is written out: where the rules of a query for strings or null make a difference.
/// </summary>
internal sealed record OperatorCase(
    string Text, Func<IQueryable<OfflineFilesItem>, object?>? Query, Func<IQueryable<OfflineFilesItem>, Task<object?>> QueryAsync, Func<object?> Oracle)
{
    public static OperatorCase Rows<T>(
        Func<IQueryable<OfflineFilesItem>, IQueryable<T>> query,
        Func<IReadOnlyList<OfflineFilesItem>, IEnumerable<T>>? oracle = null,
        [CallerArgumentExpression(nameof(query))] string text = "") => new(
            text,
            items => query(items).ToList(),
            async items => await query(items).ToListAsync(),
            () => oracle is null ? query(SampleItems.All.AsQueryable()).ToList() : oracle(SampleItems.All).ToList());

    public static OperatorCase Value<T>(
        Func<IQueryable<OfflineFilesItem>, T> query,
        Func<IReadOnlyList<OfflineFilesItem>, T>? oracle = null,
        [CallerArgumentExpression(nameof(query))] string text = "") => new(
            text,
            items => query(items),
            items => Task.FromResult((object?)query(items)),
            () => oracle is null ? query(SampleItems.All.AsQueryable()) : oracle(SampleItems.All));

    public static OperatorCase Async<T>(
        Func<IQueryable<OfflineFilesItem>, Task<T>> query,
        Func<IReadOnlyList<OfflineFilesItem>, object?> oracle,
        [CallerArgumentExpression(nameof(query))] string text = "") => new(
            text,
            Query: null,
            async items => await query(items),
            () => oracle(SampleItems.All));

    /// <summary>What a query yielded, or how it failed, as text in which two values are the same if they look the same.</summary>
    public static string Outcome(Func<object?> run)
    {
        try
        {
            return Describe(run());
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentOutOfRangeException or OverflowException or InvalidCastException)
        {
            return exception.GetType().Name;
        }
    }

    /// <inheritdoc cref="Outcome"/>
    public static async Task<string> OutcomeAsync(Func<Task<object?>> run)
    {
        try
        {
            return Describe(await run());
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentOutOfRangeException or OverflowException or InvalidCastException)
        {
            return exception.GetType().Name;
        }
    }

    public override string ToString() => Text;

    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        OfflineFilesItem item => item.ItemPath,
        IEnumerable rows when Key(value) is { } key => $"{Describe(key)}: {DescribeAll(rows)}",
        IEnumerable rows => DescribeAll(rows),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Describe(tuple[i])))})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string DescribeAll(IEnumerable rows) => $"[{string.Join(", ", rows.Cast<object?>().Select(Describe))}]";

    private static object? Key(object group) =>
        group.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IGrouping<,>))
            ?.GetProperty("Key")!.GetValue(group);
}
