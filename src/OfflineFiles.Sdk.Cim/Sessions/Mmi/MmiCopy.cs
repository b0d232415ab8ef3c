using Microsoft.Management.Infrastructure;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Between native instances, which hold memory the garbage collector does not see, and plain rows.</summary>
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

    public static CimInstance Instance(CimRow key, string namespaceName)
    {
        var instance = new CimInstance(key.ClassName, namespaceName);
        try
        {
            foreach (var value in key.Values)
                instance.CimInstanceProperties.Add(CimProperty.Create(value.Key, value.Value, CimType.String, CimFlags.Key));
            return instance;
        }
        catch
        {
            instance.Dispose();
            throw;
        }
    }

    public static CimMethodParametersCollection Parameters(IEnumerable<CimArgument> arguments)
    {
        var parameters = new CimMethodParametersCollection();
        try
        {
            foreach (var argument in arguments)
                parameters.Add(CimMethodParameter.Create(argument.Name, argument.Value, Type(argument), CimFlags.In));
            return parameters;
        }
        catch
        {
            parameters.Dispose();
            throw;
        }
    }

    public static MmiReply Reply(CimMethodResultBase result)
    {
        if (result is not CimMethodResult whole) return MmiReply.Nothing;
        var values = whole.OutParameters.Select(parameter => new KeyValuePair<string, object?>(parameter.Name, Value(parameter.Value)));
        return new MmiReply(null, Value(whole.ReturnValue?.Value), new CimRow("__PARAMETERS", values.ToArray()));
    }

    private static object? Value(object? value)
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

    private static CimType Type(CimArgument argument) => (argument.Type, argument.IsArray) switch
    {
        (CimTypeCode.String, true) => CimType.StringArray,
        (CimTypeCode.String, false) => CimType.String,
        (CimTypeCode.UInt32, false) => CimType.UInt32,
        (CimTypeCode.Boolean, false) => CimType.Boolean,
        _ => throw new ArgumentException($"No method takes a parameter like {argument.Name}, {argument.Type}.", nameof(argument)),
    };
}
