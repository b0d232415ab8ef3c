using System.Globalization;
using System.Numerics;
#if NET
using System.Runtime.CompilerServices;
#endif
using System.Text;
using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>What a value of the caller is in WQL: one table for the values whose type the compiler knows and for those known only at run time.</summary>
internal static class WqlHoleValue
{
    /// <summary>A sequence: what the compiler says when it is the type of a value, and the exception when it turns out to be one.</summary>
    public const string Sequence =
        "A sequence is no constant, and WQL has no IN: write a test for each value and join them with WqlPredicate.Or, or use cache.Items "
        + "with Contains. A sequence of characters is a string first: new string(characters).";

    public const string Day = "A DateOnly is a whole day and no point in time: write p >= {start} AND p < {end} with two values of DateTimeOffset.";
    public const string TimeOfDay = "A TimeOnly is no point in time: pass a DateTimeOffset, or a TimeSpan for an interval.";
    public const string Address = "A Uri is written in more than one way: pass uri.LocalPath for the path of a file, or uri.AbsoluteUri.";
    public const string Promise = "A task is not its result: await it first.";
    public const string Pattern = "A Regex is no pattern of WQL, which has none: pass a WqlLikePattern after LIKE, or look at the rows in the caller.";
    public const string Several = "A tuple is no constant: write a test for each of its values.";
    public const string Place = "An Index or a Range says where in a sequence, and WQL has none: pass a number, and take pages in the caller.";
    public const string Text = "Its text is not its only form: pass the string that is meant, value.ToString() for example.";
    public const string TypeName = "A type is no constant: pass its name as a string, type.Name for example.";
    public const string FileSystem = "A FileInfo or a DirectoryInfo is no path: pass its FullName, or the UncPath of the item.";
    public const string Code = "A delegate is no value: call it and pass what it returns.";
    public const string NoConstantButQuery = "It is no constant: join predicates with WqlPredicate.And and Or, and make the query of them with its constructor.";
    public const string Name = "It is a name, and names are written into the text itself.";
    public const string Format = "A value is written as the constant it is, without a format or a width: pass the finished text as a string.";

    /// <summary>The constant of a value; null for NULL.</summary>
    /// <exception cref="ArgumentException">The value is of a type that no constant has.</exception>
    public static WqlConstant? Of(object? value) => value switch
    {
        null => null,
        WqlConstant constant => constant,
        WqlLikePattern pattern => WqlConstant.String(pattern.Text),
        IWqlValue own => own.ToConstant(),
        string text => WqlConstant.String(text),
        char character => WqlConstant.String(character.ToString()),
        bool truth => WqlConstant.Boolean(truth),
        Enum number => Of(number),
        sbyte or short or int or long or byte or ushort or uint => WqlConstant.Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong number => WqlConstant.Integer(number),
#if NET
        Half number => WqlConstant.Real((double)number),
        Int128 number => Of((BigInteger)number),
        UInt128 number => Of((BigInteger)number),
#endif
        nint number => WqlConstant.Integer(number),
        nuint number => WqlConstant.Integer(number),
        BigInteger number => Of(number),
        float number => WqlConstant.Real(number),
        double number => WqlConstant.Real(number),
        decimal number => Of(number),
        DateTimeOffset point => WqlConstant.DateTime(point),
        DateTime time => Of(time),
        TimeSpan interval => WqlConstant.Interval(interval),
        Guid identifier => WqlConstant.String(identifier.ToString("D")),
        _ => throw NoConstant(value),
    };

    /// <summary>A whole number is written as an integer, which goes with every property that holds numbers; WQL has no other exact numbers.</summary>
    public static WqlConstant Of(decimal value) => decimal.Truncate(value) == value && value is >= long.MinValue and <= ulong.MaxValue
        ? value < 0 ? WqlConstant.Integer((long)value) : WqlConstant.Integer((ulong)value)
        : WqlConstant.Real((double)value);

    /// <summary>A number of any size, of which WQL has those that fit 64 bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number does not fit.</exception>
    public static WqlConstant Of(BigInteger value) => value >= long.MinValue && value <= ulong.MaxValue
        ? value.Sign < 0 ? WqlConstant.Integer((long)value) : WqlConstant.Integer((ulong)value)
        : throw new ArgumentOutOfRangeException(
            nameof(value), $"An integer of WQL is from {long.MinValue} to {ulong.MaxValue}, and the value is not: pass one that is, or a double.");

    public static WqlConstant Of(Enum value) => value.GetTypeCode() == TypeCode.UInt64
        ? WqlConstant.Integer(Convert.ToUInt64(value, CultureInfo.InvariantCulture))
        : WqlConstant.Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    public static WqlConstant Of(DateTime value) => value.Kind == DateTimeKind.Unspecified
        ? throw new ArgumentException(
            "A DateTime of unspecified kind is no point in time: say Utc or Local with DateTime.SpecifyKind, or pass a DateTimeOffset.", nameof(value))
        : WqlConstant.DateTime(new DateTimeOffset(value));

    private static ArgumentException NoConstant(object value)
    {
        var reason = value switch
        {
#if NET
            DateOnly => Day,
            TimeOnly => TimeOfDay,
            Index or Range => Place,
            ValueTask => Promise,
            ITuple => Several,
#endif
            Uri => Address,
            Task => Promise,
            Regex => Pattern,
            Version or StringBuilder => Text,
            Type => TypeName,
            System.IO.FileSystemInfo => FileSystem,
            Delegate => Code,
            System.Collections.IEnumerable => Sequence,
            WqlPredicate or WqlQuery => NoConstantButQuery,
            WqlProperty => Name,
            _ => IsPromise(value.GetType()) ? Promise : "Pass a string, a number, a truth value, an enum, a date, a TimeSpan, a Guid or a WqlConstant.",
        };
        return new ArgumentException($"A value of the type {value.GetType()} cannot be put into a query. {reason}", nameof(value));
    }

    // A ValueTask<T> has nothing in common with others but its name, and an asynchronous stream is for who awaits it.
    private static bool IsPromise(Type type) => type.IsGenericType && type.Name.StartsWith("ValueTask`", StringComparison.Ordinal);
}
