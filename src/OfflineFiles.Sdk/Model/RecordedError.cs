using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>
/// What is written of an error: never where in the code it was, and nothing that it holds beside its message. For serializers; a program reads the
/// error itself.
/// </summary>
[DataContract(Name = "Error")]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordedError
{
    /// <summary>The full name of its type.</summary>
    [DataMember]
    public string? Type { get; set; }

    /// <summary>Its HRESULT.</summary>
    [DataMember]
    public int Code { get; set; }

    /// <summary>Its message.</summary>
    [DataMember]
    public string? Message { get; set; }

    /// <summary>Returns what is written of an error. Null gives null.</summary>
    /// <param name="error">The error.</param>
    [return: NotNullIfNotNull(nameof(error))]
    public static RecordedError? Of(Exception? error) => error is null ? null : new RecordedError
    {
        Type = error is RecordedErrorException recorded ? recorded.ErrorType : error.GetType().FullName,
        Code = error.HResult,
        Message = error.Message,
    };

    /// <summary>Returns an error that holds what was written.</summary>
    public RecordedErrorException ToException() => new(Type ?? "", Code, Message ?? "");
}
