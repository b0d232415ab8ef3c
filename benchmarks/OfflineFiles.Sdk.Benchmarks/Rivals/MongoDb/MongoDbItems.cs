using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;

namespace OfflineFiles.Sdk.Benchmarks.Rivals.MongoDb;

/// <summary>The filter of a query in the words of MongoDB. Its driver renders without a connection.</summary>
internal static class MongoDbItems
{
    public static BsonDocument Render(long size) => Builders<RivalItem>.Filter
        .Where(i => i.ItemType == OfflineFilesItemType.File && i.Pinned && i.ItemName.EndsWith(".docx") && i.LocalSize > size && i.Sparse == false)
        .Render(new RenderArgs<RivalItem>(BsonSerializer.SerializerRegistry.GetSerializer<RivalItem>(), BsonSerializer.SerializerRegistry));

    public static string Translate(long size) => Render(size).ToJson();
}
