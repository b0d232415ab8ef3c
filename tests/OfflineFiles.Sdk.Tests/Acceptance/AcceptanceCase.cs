using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>One query in one line, named by its own text.</summary>
public sealed partial class AcceptanceCase
{
    private readonly LambdaExpression _query;
    private readonly Func<IQueryable<OfflineFilesItem>, object?> _ask;

    private AcceptanceCase(string text, LambdaExpression query, Func<IQueryable<OfflineFilesItem>, object?> ask) =>
        (Text, _query, _ask) = (text, query, ask);

    public string Text { get; }

    public static AcceptanceCase Case<T>(
        Expression<Func<IQueryable<OfflineFilesItem>, T>> query, [CallerArgumentExpression(nameof(query))] string text = "") =>
        new(WhiteSpace().Replace(text, " "), query, items => query.Compile()(items));

    /// <summary>The rows as a list, or the value.</summary>
    public object? Ask(IQueryable<OfflineFilesItem> items) => _ask(items) is var answer && answer is IQueryable ? ToList((IEnumerable)answer) : answer;

    /// <summary>The same by the asynchronous twin of the last operator; false when it has none.</summary>
    public bool TryAskAsync(IQueryable<OfflineFilesItem> items, out Task<object?> answer)
    {
        answer = Task.FromResult<object?>(null);
        if (_query.ReturnType.IsAssignableTo(typeof(IQueryable))) answer = RunAsync(TwinOf("ToListAsync", [_ask(items)!])!);
        else if (_query.Body is MethodCallExpression call && TwinOf($"{call.Method.Name}Async", call.Arguments.Select(argument => Value(argument, items))) is { } twin) answer = RunAsync(twin);
        else return false;
        return true;
    }

    /// <summary>The query, when it asks for rows.</summary>
    public IQueryable? Rows(IQueryable<OfflineFilesItem> items) => _query.ReturnType.IsAssignableTo(typeof(IQueryable)) ? (IQueryable?)_ask(items) : null;

    public override string ToString() => Text;

    private object Value(Expression argument, IQueryable<OfflineFilesItem> items) => Expression.Lambda(argument, _query.Parameters).Compile().DynamicInvoke(items)!;

    private static Func<Task>? TwinOf(string name, IEnumerable<object> arguments)
    {
        object[] all = [.. arguments, CancellationToken.None];
        var method = Array.Find(typeof(OfflineFilesQueryableExtensions).GetMethods(), method => method.Name == name && method.GetParameters().Length == all.Length);
        var element = ((IQueryable)all[0]).ElementType;
        return method is null ? null : () => (Task)method.MakeGenericMethod(element).Invoke(null, BindingFlags.DoNotWrapExceptions, null, all, null)!;
    }

    private static List<object?> ToList(IEnumerable rows) => rows.Cast<object?>().ToList();

    private static async Task<object?> RunAsync(Func<Task> twin)
    {
        var task = twin();
        await task;
        var result = task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task);
        return result is IList rows ? ToList(rows) : result;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
