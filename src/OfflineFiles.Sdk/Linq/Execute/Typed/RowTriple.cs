namespace OfflineFiles.Sdk.Linq.Execute.Typed;

/// <summary>Objects of three types that are only known at run time.</summary>
internal abstract class RowTriple
{
    public static RowTriple Of(Type first, Type second, Type third) => TypedRows.Create<RowTriple>(typeof(Typed<,,>), first, second, third);

    public abstract object Tuple(object? first, object? second, object? third);

    internal sealed class Typed<TFirst, TSecond, TThird> : RowTriple
    {
        public override object Tuple(object? first, object? second, object? third) => ((TFirst)first!, (TSecond)second!, (TThird)third!);
    }
}
