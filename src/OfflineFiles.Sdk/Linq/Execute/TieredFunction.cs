using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>
/// A function over rows that is interpreted for the first of them, and becomes code when there turn out to be many. Safe for several threads:
/// one of them makes the code, the others go on without it until it is there. See Decisions/0008.
/// </summary>
internal sealed class TieredFunction<TFunction>(Expression<TFunction> lambda)
    where TFunction : Delegate
{
    private readonly TFunction _interpreted = lambda.Compile(preferInterpretation: true);
    private int _asked;
    private int _isCompiling;
    private volatile TFunction? _compiled;

    public bool IsCompiled => _compiled is not null;

    /// <summary>What to call for the next row.</summary>
    public TFunction Current => _compiled ?? Next();

    // Threads that count at once may lose some rows of the count, which only makes the code come a little later.
    private TFunction Next()
    {
        if (_asked < TieredFunction.Threshold) _asked++;
        else if (Interlocked.Exchange(ref _isCompiling, 1) == 0) return _compiled = lambda.Compile();
        return _interpreted;
    }
}

/// <summary>Which functions have a second tier, and when.</summary>
internal static class TieredFunction
{
    /// <summary>After how many rows the code is made. Making it takes as long as interpreting a function of middling size for this many.</summary>
    public const int Threshold = 256;

#if NET
    /// <summary>Whether code made at run time is more than interpreted.</summary>
    public static bool Pays => System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled;
#else
    /// <summary>Whether code made at run time is more than interpreted: nothing tells, so it is tried.</summary>
    public static bool Pays => true;
#endif
}
