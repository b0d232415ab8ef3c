using Microsoft.Management.Infrastructure;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Sessions.Mmi;

/// <summary>Native objects of what is sent: keys, parameters, values to write. Whoever gets one disposes it.</summary>
internal static class MmiInput
{
    public static CimInstance Instance(CimRow key, string namespaceName) => Filled(new CimInstance(key.ClassName, namespaceName), instance =>
    {
        foreach (var value in key.Values)
            instance.CimInstanceProperties.Add(CimProperty.Create(value.Key, value.Value, CimType.String, CimFlags.Key));
    });

    public static CimMethodParametersCollection Parameters(IEnumerable<CimArgument> arguments) =>
        Filled(new CimMethodParametersCollection(), parameters =>
        {
            foreach (var argument in arguments)
            {
                using var value = new NativeValue(argument);
                parameters.Add(CimMethodParameter.Create(argument.Name, value.Value, Type(argument), CimFlags.In));
            }
        });

    /// <summary>Sets values of an instance that came from the server.</summary>
    public static void Change(CimInstance instance, IEnumerable<CimArgument> values)
    {
        foreach (var argument in values)
        {
            using var value = new NativeValue(argument);
            // An instance need not bring the properties that are NULL.
            if (instance.CimInstanceProperties[argument.Name] is { } property) property.Value = value.Value;
            else if (value.Value is not null)
                instance.CimInstanceProperties.Add(CimProperty.Create(argument.Name, value.Value, Type(argument), CimFlags.None));
        }
    }

    internal static CimType Type(CimArgument argument)
    {
        var type = argument.Type switch
        {
            CimTypeCode.Boolean => CimType.Boolean,
            CimTypeCode.UInt8 => CimType.UInt8,
            CimTypeCode.UInt16 => CimType.UInt16,
            CimTypeCode.UInt32 => CimType.UInt32,
            CimTypeCode.SInt64 => CimType.SInt64,
            CimTypeCode.String => CimType.String,
            CimTypeCode.DateTime => CimType.DateTime,
            CimTypeCode.Object => CimType.Instance,
            CimTypeCode.Reference => CimType.Reference,
            _ => throw new ArgumentException($"Nothing is sent as {argument.Name} is, {argument.Type}.", nameof(argument)),
        };
        // Each array type stands as far behind its element's as the first behind the first.
        return argument.IsArray ? type + (CimType.BooleanArray - CimType.Boolean) : type;
    }

    private static T Filled<T>(T native, Action<T> fill)
        where T : IDisposable
    {
        try
        {
            fill(native);
            return native;
        }
        catch
        {
            native.Dispose();
            throw;
        }
    }

    /// <summary>A value as the native layer takes it, which copies it: an embedded instance is given up after that.</summary>
    internal sealed class NativeValue(CimArgument argument) : IDisposable
    {
        public object? Value { get; } = Of(argument.Value);

        public void Dispose() => (Value as IDisposable)?.Dispose();

        // An array without elements cannot be sent (observed behaviour); NULL is what comes closest.
        private static object? Of(object? value) => value switch
        {
            Array { Length: 0 } => null,
            DateTimeOffset point => point.UtcDateTime,
            CimModification embedded => Filled(new CimInstance(embedded.ClassName), instance => Change(instance, embedded.Values)),
            _ => value,
        };
    }
}
