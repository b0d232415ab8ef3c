using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>
/// Everything that runs a query, found by reflection: the operators of <see cref="Queryable"/> that yield a value, all asynchronous operators, and
/// the loops. Each is called with arguments that do as little as they can.
/// </summary>
internal static class Terminals
{
    public static IReadOnlyList<Terminal> All { get; } = [.. Loops(), .. Synchronous(), .. Asynchronous()];

    /// <summary>The asynchronous operators, as methods.</summary>
    public static IEnumerable<MethodInfo> AsyncMethods => typeof(OfflineFilesQueryableExtensions)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType));

    /// <summary>The methods of this library that make a collection of a query at once.</summary>
    public static IEnumerable<MethodInfo> Collections => typeof(OfflineFilesQueryableExtensions)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => method.Name is "ToDictionary" or "ToLookup" or "ToHashSet");

    /// <summary>The methods that run a query and take a function or a comparer of the caller.</summary>
    public static IEnumerable<MethodInfo> WithFunctions => SynchronousMethods.Concat(Collections).Concat(AsyncMethods)
        .Where(method => method.GetParameters().Any(parameter => IsFunction(Close(method).GetParameters()[parameter.Position].ParameterType)));

    /// <summary>Calls a method on a query; one argument can be replaced.</summary>
    public static object? Call(MethodInfo method, IQueryable<OfflineFilesItem> items, CancellationToken token, Func<ParameterInfo, bool>? isNull = null) =>
        CallWith(method, items, parameter => isNull?.Invoke(parameter) == true ? null : Argument(parameter.ParameterType, items, token));

    /// <summary>Calls a method on a query with a function that fails in the place of one of its arguments.</summary>
    public static object? CallFailing(MethodInfo method, string parameter, IQueryable<OfflineFilesItem> items, Exception error) => CallWith(
        method, items, each => each.Name == parameter ? Failing(each.ParameterType, error) : Argument(each.ParameterType, items, default));

    private static object? CallWith(MethodInfo method, IQueryable<OfflineFilesItem> items, Func<ParameterInfo, object?> argument)
    {
        var closed = Close(method);
        var arguments = closed.GetParameters().Select(argument).ToArray();
        try
        {
            return closed.Invoke(null, arguments);
        }
        catch (TargetInvocationException error) when (error.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(inner).Throw();
            throw;
        }
    }

    /// <summary>Whether it takes a function or a comparer of the caller.</summary>
    public static bool IsFunction(Type type) => typeof(LambdaExpression).IsAssignableFrom(type) || typeof(Delegate).IsAssignableFrom(type) || IsComparer(type);

    /// <summary>The method with its type arguments: items, and numbers for all that is made of them.</summary>
    public static MethodInfo Close(MethodInfo method) => method.IsGenericMethodDefinition
        ? method.MakeGenericMethod([.. method.GetGenericArguments().Select((_, i) => i == 0 ? typeof(OfflineFilesItem) : typeof(int))])
        : method;

    public static string Text(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Skip(1).Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"))})";

    private static IEnumerable<Terminal> Loops() =>
    [
        new("foreach", (items, none) => { foreach (var _ in items) { } return Task.CompletedTask; }, HonoursToken: false),
        new("foreach over a projection", (items, none) => { foreach (var _ in items.Select(i => i.ItemName.Length)) { } return Task.CompletedTask; }, HonoursToken: false),
        new("ToList()", (items, _) => Task.FromResult(items.ToList()), HonoursToken: false),
        new("await foreach", async (items, token) => { await foreach (var _ in items.AsAsyncEnumerable().WithCancellation(token)) { } }),
        new("await foreach over a projection", async (items, token) => { await foreach (var _ in items.Select(i => i.ItemName.Length).AsAsyncEnumerable().WithCancellation(token)) { } }),
        new("await foreach over cache.Items", async (items, none) => { await foreach (var _ in items) { } }, HonoursToken: false),
    ];

    private static IEnumerable<MethodInfo> SynchronousMethods =>
        from method in typeof(Queryable).GetMethods(BindingFlags.Public | BindingFlags.Static)
        where !typeof(System.Collections.IEnumerable).IsAssignableFrom(method.ReturnType) || method.ReturnType == typeof(string)
        where !method.IsDefined(typeof(ObsoleteAttribute), inherit: false)
        select method;

    private static IEnumerable<Terminal> Synchronous() =>
        from method in SynchronousMethods.Concat(Collections)
        select new Terminal(Text(method), (items, token) => Task.FromResult(Call(method, items, token)), HonoursToken: false);

    private static IEnumerable<Terminal> Asynchronous() =>
        from method in AsyncMethods select new Terminal(Text(method), (items, token) => (Task)Call(method, items, token)!);

    private static object? Argument(Type type, IQueryable<OfflineFilesItem> items, CancellationToken token)
    {
        if (type == typeof(CancellationToken)) return token;
        if (type == typeof(OfflineFilesItem)) return null;
        if (type == typeof(Index)) return new Index(0);
        if (type.IsValueType) return Activator.CreateInstance(type);
        if (typeof(IQueryable).IsAssignableFrom(type)) return Queryable(type.GetGenericArguments()[0], items);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)) return Array.CreateInstance(type.GetGenericArguments()[0], 0);
        if (typeof(LambdaExpression).IsAssignableFrom(type)) return Lambda(type.GetGenericArguments()[0]);
        if (typeof(Delegate).IsAssignableFrom(type)) return Lambda(type).Compile();
        return null;
    }

    private static readonly MethodInfo FailMethod = typeof(Terminals).GetMethod(nameof(Fail), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static bool IsComparer(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IEqualityComparer<>) || type.GetGenericTypeDefinition() == typeof(IComparer<>));

    private static object Failing(Type type, Exception error)
    {
        if (IsComparer(type)) return Activator.CreateInstance(typeof(FailingComparer<>).MakeGenericType(type.GetGenericArguments()), error)!;
        var isTree = typeof(LambdaExpression).IsAssignableFrom(type);
        var function = isTree ? type.GetGenericArguments()[0] : type;
        var invoke = function.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType, "x")).ToArray();
        var result = invoke.ReturnType == typeof(void) ? typeof(object) : invoke.ReturnType;
        var fail = Expression.Call(FailMethod.MakeGenericMethod(result), Expression.Convert(parameters[0], typeof(object)), Expression.Constant(error));
        var lambda = Expression.Lambda(function, fail, parameters);
        return isTree ? lambda : lambda.Compile();
    }

    private static T Fail<T>(object _, Exception error) => throw error;

    private sealed class FailingComparer<T>(Exception error) : IEqualityComparer<T>, IComparer<T>
    {
        public int Compare(T? x, T? y) => throw error;

        public bool Equals(T? x, T? y) => throw error;

        public int GetHashCode(T obj) => throw error;
    }

    private static LambdaExpression Lambda(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType, "x")).ToArray();

        // A predicate that is known beforehand would leave the backend nothing to do.
        Expression body = invoke.ReturnType == typeof(bool) && parameters[0].Type == typeof(OfflineFilesItem)
            ? Expression.NotEqual(Expression.Property(parameters[0], nameof(OfflineFilesItem.ItemName)), Expression.Constant("none"))
            : invoke.ReturnType == typeof(void) ? Expression.Empty()
            : invoke.ReturnType == typeof(Task) ? Expression.Constant(Task.CompletedTask)
            : Expression.Default(invoke.ReturnType);
        return Expression.Lambda(type, body, parameters);
    }

    private static object Queryable(Type element, IQueryable<OfflineFilesItem> items)
    {
        if (element == typeof(OfflineFilesItem)) return items;
        var selector = Lambda(typeof(Func<,>).MakeGenericType(typeof(OfflineFilesItem), element));
        var select = typeof(Queryable).GetMethods().First(method => method.Name == "Select" && method.GetParameters()[1].ParameterType.GetGenericArguments()[0].GetGenericArguments().Length == 2);
        return select.MakeGenericMethod(typeof(OfflineFilesItem), element).Invoke(null, [items, selector])!;
    }
}

/// <summary>One way to run a query to its end.</summary>
/// <param name="Text">How it is written.</param>
/// <param name="Run">Runs it.</param>
/// <param name="HonoursToken">Whether it takes the token.</param>
internal sealed record Terminal(string Text, Func<IQueryable<OfflineFilesItem>, CancellationToken, Task> Run, bool HonoursToken = true)
{
    public override string ToString() => Text;
}
