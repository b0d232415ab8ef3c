using System.Collections;
using System.Globalization;
using System.Reflection;

namespace OfflineFiles.Sdk.Conformance.LinqPad;

/// <summary>
/// How LINQPad looks at an object, as its documentation has it: a method ToDump gives what is shown instead; an interface of the right full name
/// gives the members; else the public properties are read. A sequence becomes a table. It fails where LINQPad would run or subscribe to something.
/// </summary>
internal static class LinqPadReader
{
    // LINQPad stops at five; whatever comes near it is no table that somebody reads.
    private const int Deepest = 4;
    private const string Interface = "LINQPad.ICustomMemberProvider";
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether LINQPad asks the type itself for what is shown.</summary>
    public static bool IsAsked(Type type) => type.GetInterface(Interface) is not null || ToDump(type) is not null;

    /// <summary>Whether LINQPad would run or subscribe to what it is to show.</summary>
    public static bool Runs(Type type) => type.GetInterfaces().Append(type)
        .Where(one => one.IsGenericType)
        .Select(one => one.GetGenericTypeDefinition())
        .Any(one => one == typeof(IObservable<>) || one == typeof(IAsyncEnumerable<>) || one == typeof(IQueryable<>));

    /// <summary>What LINQPad reads of an object that says nothing itself.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0);

    /// <summary>The text of a dump: tables with aligned columns.</summary>
    public static string Show(object? value) => string.Join('\n', Lines(value, 0).Select(line => line.TrimEnd()));

    /// <summary>The members that LINQPad shows of an object, with their declared types.</summary>
    public static IReadOnlyList<(string Name, Type Type, object? Value)> MembersOf(object shown)
    {
        var type = shown.GetType();
        if (type.GetInterface(Interface) is not { } provider)
        {
            return [.. PropertiesOf(type).Select(property => (property.Name, property.PropertyType, property.GetValue(shown)))];
        }

        var names = ((IEnumerable<string>)provider.GetMethod("GetNames")!.Invoke(shown, null)!).ToList();
        var types = ((IEnumerable<Type>)provider.GetMethod("GetTypes")!.Invoke(shown, null)!).ToList();
        var values = ((IEnumerable<object?>)provider.GetMethod("GetValues")!.Invoke(shown, null)!).ToList();
        Assert.That((types.Count, values.Count), Is.EqualTo((names.Count, names.Count)), $"{type}: names, types, values");
        return [.. names.Select((name, index) => (name, types[index], values[index]))];
    }

    private static MethodInfo? ToDump(Type type) => type.GetMethod("ToDump", Instance, Type.EmptyTypes);

    private static IEnumerable<string> Lines(object? value, int depth)
    {
        if (depth > Deepest) throw new AssertionException($"{value!.GetType()} lies too deep for a table.");
        if (Text(value) is { } text) return text.ReplaceLineEndings("\n").Split('\n');
        if (ToDump(value!.GetType()) is { } toDump) return Lines(toDump.Invoke(value, null), depth);
        if (Runs(value.GetType())) throw new AssertionException($"Showing {value.GetType()} would run it.");
        return value is IEnumerable rows && value.GetType().GetInterface(Interface) is null
            ? Table([.. rows.Cast<object?>()], depth)
            : MembersOf(value).SelectMany(member => Member(member.Name, member.Value, depth));
    }

    private static IEnumerable<string> Member(string name, object? value, int depth)
    {
        var lines = Lines(value, depth + 1).ToList();
        return lines.Count == 1 && Text(value) is not null
            ? [$"{name,-20} {lines[0]}"]
            : lines.Select(line => $"    {line}").Prepend($"{name}:");
    }

    private static IEnumerable<string> Table(List<object?> rows, int depth)
    {
        if (rows.Count == 0) return ["(none)"];
        if (rows.TrueForAll(row => Text(row) is not null)) return rows.SelectMany(row => Lines(row, depth));
        var members = rows.ConvertAll(row => MembersOf(row!));
        var names = members.SelectMany(row => row.Select(member => member.Name)).Distinct().ToList();
        var cells = members.ConvertAll(row => names.ConvertAll(name => Cell(row.FirstOrDefault(member => member.Name == name).Value, depth)));
        var widths = names.Select((name, column) => cells.Select(row => row[column].Length).Append(name.Length).Max()).ToList();
        return cells.Prepend(names).Select(row => string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))));
    }

    private static string Cell(object? value, int depth) => string.Join(" / ", Lines(value, depth + 1).Select(line => line.Trim()));

    private static string? Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        DateTimeOffset time => time.ToString("u", CultureInfo.InvariantCulture),
        Enum or Guid or TimeSpan => value.ToString(),
        IConvertible => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
