using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieChat.Core.Journey;

/// <summary>Finds the JSON converter of a generic type by its argument.</summary>
/// <param name="type">The open type that is converted.</param>
/// <param name="converter">The open type of its converters, with the same type parameter.</param>
public abstract class GenericConverter(Type type, Type converter) : JsonConverterFactory
{
    public sealed override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == type;

    public sealed override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(converter.MakeGenericType(typeToConvert.GetGenericArguments()))!;
}
