using Microsoft.Management.Infrastructure;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Plain copies of native objects, which hold memory the garbage collector does not see.</summary>
internal static class MmiCopy
{
    public static CimRow Row(CimInstance instance, AnswerLimits limits)
    {
        var size = new AnswerSize(limits, instance.CimSystemProperties.ClassName);
        return Row(instance, 1, ref size);
    }

    // Measured on the way, because an object that has another inside of it has it at any depth.
    private static CimRow Row(CimInstance instance, int depth, ref AnswerSize size)
    {
        size.Enter(depth);
        var properties = instance.CimInstanceProperties;
        size.AddValues(properties.Count);
        var names = new string[properties.Count];
        var values = new object?[names.Length];
        var next = 0;
        foreach (var property in properties)
        {
            names[next] = property.Name;
            values[next++] = Value(property.Value, depth, ref size);
        }

        return new CimRow(CimRowShape.Of(instance.CimSystemProperties.ClassName, names), values);
    }

    /// <summary>What an event query delivered: the event itself. From which machine it came is known already.</summary>
    public static CimRow Event(CimSubscriptionResult result, AnswerLimits limits)
    {
        using var instance = result.Instance;
        return Row(instance, limits);
    }

    public static CimClassDefinition Class(CimClass definition) => new(
        definition.CimSystemProperties.ClassName,
        definition.CimClassProperties.ToDictionary(
            property => property.Name,
            property => ValueMap(property.Qualifiers),
            StringComparer.OrdinalIgnoreCase),
        [.. definition.CimClassMethods.Select(method => method.Name)]);

    public static MmiReply Reply(CimMethodResultBase result, AnswerLimits limits)
    {
        if (result is not CimMethodResult whole) return MmiReply.Nothing;
        var size = new AnswerSize(limits, "__PARAMETERS");
        size.AddValues(whole.OutParameters.Count);
        var values = new List<KeyValuePair<string, object?>>();
        foreach (var parameter in whole.OutParameters) values.Add(new(parameter.Name, Value(parameter.Value, 1, ref size)));
        return new MmiReply(null, Value(whole.ReturnValue?.Value, 1, ref size), new CimRow("__PARAMETERS", values));
    }

    /// <summary>A value as it is kept: no native object, and no time of day that depends on this machine.</summary>
    internal static object? Value(object? value)
    {
        var size = new AnswerSize(AnswerLimits.Default, "value");
        return Value(value, 1, ref size);
    }

    private static object? Value(object? value, int depth, ref AnswerSize size)
    {
        switch (value)
        {
            case CimInstance embedded:
                using (embedded) return Row(embedded, depth + 1, ref size);
            case CimInstance[] embedded:
                return Values(embedded, depth, ref size);
            case DateTime point:
                return Utc(point);
            case DateTime[] points:
                return Array.ConvertAll(points, Utc);
            default:
                return value;
        }
    }

    private static object?[] Values(CimInstance[] embedded, int depth, ref AnswerSize size)
    {
        var next = 0;
        try
        {
            size.AddValues(embedded.Length);
            var values = new object?[embedded.Length];
            for (; next < values.Length; next++) values[next] = Value(embedded[next], depth, ref size);
            return values;
        }
        catch
        {
            foreach (var rest in embedded.Skip(next)) rest?.Dispose();
            throw;
        }
    }

    // Points in time arrive in local time; the special points at both ends of time are no local time.
    private static DateTimeOffset Utc(DateTime point) =>
        point == DateTime.MinValue ? DateTimeOffset.MinValue
        : point == DateTime.MaxValue ? DateTimeOffset.MaxValue
        : new DateTimeOffset(point.ToUniversalTime());

    private static IReadOnlyList<string> ValueMap(IEnumerable<CimQualifier> qualifiers) =>
        qualifiers.FirstOrDefault(qualifier => string.Equals(qualifier.Name, "ValueMap", StringComparison.OrdinalIgnoreCase))
            ?.Value as string[] ?? [];
}

/// <summary>One thing a running method sent: a text on the way, or (part of) its results, which may come in several pieces.</summary>
internal sealed record MmiReply(string? Text, object? ReturnValue, CimRow? OutParameters)
{
    public static MmiReply Nothing { get; } = new(null, null, null);

    public static MmiReply Says(string text) => new(text, null, null);
}
