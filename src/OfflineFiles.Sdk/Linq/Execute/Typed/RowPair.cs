using System.Collections;

namespace OfflineFiles.Sdk.Linq.Execute.Typed;

/// <summary>Objects of two types that are only known at run time.</summary>
internal abstract class RowPair
{
    public static RowPair Of(Type first, Type second) => TypedRows.Create<RowPair>(typeof(Typed<,>), first, second);

    /// <param name="key">Of the first type.</param>
    /// <param name="elements">A list of the second type.</param>
    public abstract object Group(object? key, IList elements);

    public abstract object Tuple(object? first, object? second);

    public abstract object KeyValue(object? key, object? value);

    internal sealed class Typed<TFirst, TSecond> : RowPair
    {
        public override object Group(object? key, IList elements) => new Grouping<TFirst, TSecond>((TFirst)key!, (List<TSecond>)elements);

        public override object Tuple(object? first, object? second) => ((TFirst)first!, (TSecond)second!);

        public override object KeyValue(object? key, object? value) => new KeyValuePair<TFirst, TSecond>((TFirst)key!, (TSecond)value!);
    }
}
