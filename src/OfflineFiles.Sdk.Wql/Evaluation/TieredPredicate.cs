namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>
/// A predicate that is walked as a tree of nodes for the first rows, and becomes one piece of code when there turn out to be many. Safe for
/// several threads: one of them makes the code, the others go on with the tree until it is there.
/// </summary>
internal sealed class TieredPredicate<TRow>(WqlNode<TRow> tree, int threshold)
{
    private int _asked;
    private int _isCompiling;
    private volatile Func<TRow, bool>? _compiled;

    public bool IsCompiled => _compiled is not null;

    public bool IsTrue(TRow row) => _compiled is { } compiled ? compiled(row) : Interpret(row);

    // Threads that count at once may lose some rows of the count, which only makes the code come a little later.
    private bool Interpret(TRow row)
    {
        if (_asked < threshold) _asked++;
        else if (Interlocked.Exchange(ref _isCompiling, 1) == 0) _compiled = tree.Compile();
        return tree.IsTrue(row);
    }
}

/// <summary>Which predicates have a second tier, and when.</summary>
internal static class TieredPredicate
{
    /// <summary>
    /// After how many rows the code is made. Making it costs a few milliseconds and saves 5 to 50 ns for a row, so a predicate that stops short of
    /// this many is not held up for nothing, and one that goes on has lost little.
    /// </summary>
    public const int Threshold = 32_768;

    // The time to compile grows faster than the predicate does, and so does the stack it needs.
    private const int MostTerms = 200;

    /// <summary>Not for one test, which has nothing to be merged with, nor where code made at run time is interpreted.</summary>
    public static bool Pays(WqlPredicate predicate) => CanCompile && predicate.TermCount is > 1 and <= MostTerms;

#if NET
    private static bool CanCompile => System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled;
#else
    private static bool CanCompile => false;
#endif
}
