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

    /// <summary>Calls a method on a query; one argument can be replaced.</summary>
    public static object? Call(MethodInfo method, IQueryable<OfflineFilesItem> items, CancellationToken token, Func<ParameterInfo, bool>? isNull = null)
    {
        var closed = Close(method);
        var arguments = closed.GetParameters().Select(parameter => isNull?.Invoke(parameter) == true ? null : Argument(parameter.ParameterType, items, token)).ToArray();
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

    private static IEnumerable<Terminal> Synchronous() =>
        from method in typeof(Queryable).GetMethods(BindingFlags.Public | BindingFlags.Static)
        where !typeof(System.Collections.IEnumerable).IsAssignableFrom(method.ReturnType) || method.ReturnType == typeof(string)
        where !method.IsDefined(typeof(ObsoleteAttribute), inherit: false)
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
        if (typeof(Delegate).IsAssignableFrom(type)) return type == typeof(Func<OfflineFilesItem, CancellationToken, Task>) ? Done : Lambda(type).Compile();
        return null;
    }

    private static readonly Func<OfflineFilesItem, CancellationToken, Task> Done = (_, _) => Task.CompletedTask;

    private static LambdaExpression Lambda(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType, "x")).ToArray();

        // A predicate that is known beforehand would leave the backend nothing to do.
        Expression body = invoke.ReturnType == typeof(bool) && parameters[0].Type == typeof(OfflineFilesItem)
            ? Expression.NotEqual(Expression.Property(parameters[0], nameof(OfflineFilesItem.ItemName)), Expression.Constant("none"))
            : invoke.ReturnType == typeof(void) ? Expression.Empty() : Expression.Default(invoke.ReturnType);
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
