using System.Runtime.Serialization;

namespace OfflineFiles.Sdk;

/// <content>
/// What a serializer that knows the conventions of .NET writes and reads, such as Newtonsoft.Json: the members that the row holds, and no others.
/// System.Text.Json goes by a converter.
/// </content>
[Serializable]
public sealed partial class OfflineFilesItem : ISerializable
{
    private OfflineFilesItem(SerializationInfo info, StreamingContext context)
    {
        string? path = null;
        foreach (var entry in info)
        {
            if (WqlName.AreEqual(entry.Name, nameof(ItemPath))) path = info.GetString(entry.Name);
            else if (WqlName.AreEqual(entry.Name, nameof(Origin))) Origin = info.GetString(entry.Name);
            else if (WqlName.AreEqual(entry.Name, nameof(LoadedMembers))) LoadedMembers = (ItemMembers)info.GetValue(entry.Name, typeof(ItemMembers))!;
            else if (ItemContent.Find(entry.Name) is { } member) member.Write(this, info.GetValue(entry.Name, member.Type));
        }

        _itemPath = path ?? throw new SerializationException($"An item has no {nameof(ItemPath)} here, which is its key. Write it.");
    }

    void ISerializable.GetObjectData(SerializationInfo info, StreamingContext context)
    {
        Guard.NotNull(info).AddValue(nameof(ItemPath), _itemPath);
        if (UncPath.TryParse(_itemPath, out var path)) info.AddValue(nameof(Path), path.ToString());
        info.AddValue(nameof(LoadedMembers), LoadedMembers);
        if (Origin is not null) info.AddValue(nameof(Origin), Origin);
        foreach (var member in ItemContent.Of(this)) info.AddValue(member.Name, member.Read(this), member.Type);
    }
}
