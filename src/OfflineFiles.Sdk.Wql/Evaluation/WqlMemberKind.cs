namespace OfflineFiles.Sdk.Wql;

/// <summary>The kind of the values of a member; it decides how constants are converted and which operators apply.</summary>
public enum WqlMemberKind
{
    /// <summary>Text, compared ordinal ignoring case. Takes every comparison and LIKE.</summary>
    String,

    /// <summary>A signed 64-bit integer. Takes every comparison.</summary>
    Integer,

    /// <summary>A number with a fraction. Takes every comparison.</summary>
    Real,

    /// <summary>A truth value. Takes <c>=</c> and <c>&lt;&gt;</c>.</summary>
    Boolean,

    /// <summary>A point in time. Takes every comparison; points are compared as instants, whatever their offsets.</summary>
    DateTime,

    /// <summary>An embedded object. Takes NULL tests and ISA only.</summary>
    Object,
}
