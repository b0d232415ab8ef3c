using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Whether an embedded object is of a class or of one derived from it, such as <c>PinInfo ISA 'Win32_OfflineFilesPinInfo'</c>.
/// Unknown when the object is NULL.
/// </summary>
public sealed class WqlIsA : WqlTest
{
    /// <summary>Initializes the test.</summary>
    /// <param name="property">The property that holds the object.</param>
    /// <param name="className">The name of the class.</param>
    /// <exception cref="ArgumentException">The text is not a valid class name.</exception>
    public WqlIsA(WqlProperty property, string className)
        : base(property)
    {
        ClassName = WqlName.Check(className, nameof(className));
    }

    /// <summary>The name of the class, in the spelling it was given.</summary>
    public string ClassName { get; }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] WqlPredicate? other) =>
        other is WqlIsA test && WqlName.AreEqual(ClassName, test.ClassName) && Property.Equals(test.Property);

    /// <inheritdoc/>
    public override int GetHashCode() => WqlNodes.Combine(7, Property.GetHashCode(), WqlName.Hash(ClassName));
}
