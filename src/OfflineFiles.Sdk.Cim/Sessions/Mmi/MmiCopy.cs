using Microsoft.Management.Infrastructure;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Plain copies of native objects, which hold memory the garbage collector does not see.</summary>
internal static class MmiCopy
{
    public static CimRow Row(CimInstance instance)
    {
        var properties = instance.CimInstanceProperties;
        var names = new string[properties.Count];
        var values = new object?[names.Length];
        var next = 0;
        foreach (var property in properties)
        {
            names[next] = property.Name;
            values[next++] = Value(property.Value);
        }

        return new CimRow(CimRowShape.Of(instance.CimSystemProperties.ClassName, names), values);
    }

    /// <summary>What an event query delivered: the event itself. From which machine it came is known already.</summary>
    public static CimRow Event(CimSubscriptionResult result)
    {
        using var instance = result.Instance;
        return Row(instance);
    }

    public static CimClassDefinition Class(CimClass definition) => new(
        definition.CimSystemProperties.ClassName,
        definition.CimClassProperties.ToDictionary(
            property => property.Name,
            property => ValueMap(property.Qualifiers),
            StringComparer.OrdinalIgnoreCase),
        [.. definition.CimClassMethods.Select(method => method.Name)]);

    public static MmiReply Reply(CimMethodResultBase result)
    {
        if (result is not CimMethodResult whole) return MmiReply.Nothing;
        var values = whole.OutParameters.Select(parameter => new KeyValuePair<string, object?>(parameter.Name, Value(parameter.Value)));
        return new MmiReply(null, Value(whole.ReturnValue?.Value), new CimRow("__PARAMETERS", values.ToArray()));
    }

    /// <summary>A value as it is kept: no native object, and no time of day that depends on this machine.</summary>
    internal static object? Value(object? value)
    {
        switch (value)
        {
            case CimInstance embedded:
                using (embedded) return Row(embedded);
            case CimInstance[] embedded:
                return Array.ConvertAll(embedded, one => Value(one));
            case DateTime point:
                return Utc(point);
            case DateTime[] points:
                return Array.ConvertAll(points, Utc);
            default:
                return value;
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
