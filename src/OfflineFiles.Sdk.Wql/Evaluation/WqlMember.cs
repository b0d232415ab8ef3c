using OfflineFiles.Sdk.Wql.Evaluation;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Makes members: a kind and a way to read a value of that kind from a row. A value of null is the NULL of the language. A reader is
/// called once or more for a row, from any thread that evaluates, and should neither throw nor allocate.
/// </summary>
/// <remarks>The value of a member inside an embedded object is null if the object is.</remarks>
public static class WqlMember
{
    /// <summary>A member that holds text.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="read">A function that reads the value.</param>
    public static WqlMember<TRow> String<TRow>(Func<TRow, string?> read) => new WqlStringMember<TRow>(Guard.NotNull(read));

    /// <summary>A member that holds an integer.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="read">A function that reads the value.</param>
    public static WqlMember<TRow> Integer<TRow>(Func<TRow, long?> read) =>
        new WqlValueMember<TRow, long>(WqlMemberKind.Integer, Guard.NotNull(read));

    /// <summary>A member that holds a number with a fraction.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="read">A function that reads the value.</param>
    public static WqlMember<TRow> Real<TRow>(Func<TRow, double?> read) =>
        new WqlValueMember<TRow, double>(WqlMemberKind.Real, Guard.NotNull(read));

    /// <summary>A member that holds a truth value.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="read">A function that reads the value.</param>
    public static WqlMember<TRow> Boolean<TRow>(Func<TRow, bool?> read) =>
        new WqlValueMember<TRow, bool>(WqlMemberKind.Boolean, Guard.NotNull(read));

    /// <summary>A member that holds a point in time.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="read">A function that reads the value.</param>
    public static WqlMember<TRow> DateTime<TRow>(Func<TRow, DateTimeOffset?> read) =>
        new WqlValueMember<TRow, DateTimeOffset>(WqlMemberKind.DateTime, Guard.NotNull(read));

    /// <summary>A member that holds an embedded object of one class known beforehand, for NULL tests and ISA.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="className">The class of the object.</param>
    /// <param name="isNull">A function that returns true if there is no object.</param>
    /// <param name="baseClassNames">The classes it is derived from, for ISA; empty by default.</param>
    /// <exception cref="ArgumentException">A name is not a valid class name.</exception>
    public static WqlMember<TRow> Object<TRow>(string className, Func<TRow, bool> isNull, params string[] baseClassNames)
    {
        WqlName.Check(className, nameof(className));
        Guard.NotNull(isNull);
        var classes = new HashSet<string>(WqlText.Comparer) { className };
        foreach (var name in Guard.NotNull(baseClassNames)) classes.Add(WqlName.Check(name, nameof(baseClassNames)));
        return new WqlObjectMember<TRow>(row => isNull(row) ? null : className, (_, asked) => classes.Contains(asked));
    }

    /// <summary>A member that holds an embedded object whose class differs from row to row, for NULL tests and ISA.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="classOf">The class of the object; null if there is no object.</param>
    /// <param name="classes">
    /// Which class is derived from which; null if no class is derived from another, so that ISA asks for exactly one class.
    /// </param>
    public static WqlMember<TRow> Object<TRow>(Func<TRow, string?> classOf, WqlClassHierarchy? classes) =>
        new WqlObjectMember<TRow>(Guard.NotNull(classOf), (classes ?? WqlClassHierarchy.Flat).IsA);
}

/// <summary>One property of a row as a predicate sees it. Made by <see cref="WqlMember"/>.</summary>
/// <typeparam name="TRow">The type of a row.</typeparam>
public abstract class WqlMember<TRow>
{
    private protected WqlMember(WqlMemberKind kind) => Kind = kind;

    /// <summary>The kind of the values.</summary>
    public WqlMemberKind Kind { get; }

    /// <summary>The delegate that reads the value, or the class of an object: null if the member is.</summary>
    internal abstract Delegate Reader { get; }

    /// <summary>Returns true if the member is NULL in a row.</summary>
    /// <param name="row">The row.</param>
    public abstract bool IsNull(TRow row);

    /// <summary>The same member of a row that lies inside another; NULL when the inner row is null.</summary>
    internal abstract WqlMember<TOuter> Of<TOuter>(Func<TOuter, TRow?> inner);
}
