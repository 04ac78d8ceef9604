package ecwid

import (
	"encoding/json"
	"errors"
	"strconv"
)

// Numeric ids. Each kind has a type of its own, so that an id of one kind or of
// another system cannot be passed for it. They are read from numbers and from
// numeric text. 0 and -1 are real ids in some places; the fields that hold
// them say so.
type (
	// ProductID is the internal id of a product.
	ProductID int64
	// CombinationID is the id of a variation; 0 stands for "none". It is no
	// durable key: variations can be rebuilt by the store.
	CombinationID int64
	// CategoryID is the id of a category. 0 is the root, or the front page of
	// the store; -1 appears on order lines from Buy Now buttons.
	CategoryID int64
	// ProductTypeID is the id of a product type (class); 0 is "General".
	ProductTypeID int64
	// AttributeID is the id of an attribute of a product type.
	AttributeID int64
	// CustomerID is the id of a customer.
	CustomerID int64
	// CustomerGroupID is the id of a customer group; 0 is "General".
	CustomerGroupID int64
	// TaxID is the id of a manual tax of the store; 0 stands for "none".
	TaxID int64
	// OrderItemID is the id of a line within an order.
	OrderItemID int64
	// AddressID is the id of a shipping address of a customer.
	AddressID int64
	// ContactID is the id of a contact of a customer.
	ContactID int64
	// FileID is the id of a file of a product or an order.
	FileID int64
	// SubscriptionID is the id of a recurring subscription.
	SubscriptionID int64
	// VideoID is the id of a video of a product.
	VideoID int64
)

// CartID is the id of an abandoned cart, a UUID.
type CartID string

// ImageID is the id of an image; "0" is the main image of a product.
type ImageID string

// ShippingOptionID is the id of a way of delivery of the store, for example
// "6589-1709547151586".
type ShippingOptionID string

// PaymentOptionID is the id of a way of payment of the store.
type PaymentOptionID string

// OrderID is the public id of an order with the store's prefix and suffix, for
// example "XJ12H". The API also accepts the internal number in its place; the
// public id is preferred.
type OrderID string

// UnmarshalJSON reads a number or numeric text.
func (id *ProductID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *CombinationID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *CategoryID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *ProductTypeID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *AttributeID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *CustomerID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *CustomerGroupID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *TaxID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *OrderItemID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *AddressID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *ContactID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *FileID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *SubscriptionID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads a number or numeric text.
func (id *VideoID) UnmarshalJSON(data []byte) error { return decodeID(id, data) }

// UnmarshalJSON reads text or a number.
func (id *ImageID) UnmarshalJSON(data []byte) error { return decodeTextID(id, data) }

// UnmarshalJSON reads text or a number.
func (id *ShippingOptionID) UnmarshalJSON(data []byte) error { return decodeTextID(id, data) }

// UnmarshalJSON reads text or a number.
func (id *PaymentOptionID) UnmarshalJSON(data []byte) error { return decodeTextID(id, data) }

// UnmarshalJSON reads text or a number.
func (id *OrderID) UnmarshalJSON(data []byte) error { return decodeTextID(id, data) }

// decodeTextID leaves the id as it is for null and "".
func decodeTextID[T ~string](id *T, data []byte) error {
	text, err := scalarText(data)
	if err == nil && text != "" {
		*id = T(text)
	}
	return err
}

// decodeID leaves the id as it is for null and "".
func decodeID[T ~int64](id *T, data []byte) error {
	text, err := scalarText(data)
	if err != nil || text == "" {
		return err
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return errors.New("ecwid: not a whole number")
	}
	*id = T(n)
	return nil
}

// scalarText gives a JSON string, number or boolean as text; null gives "".
func scalarText(data []byte) (string, error) {
	if isNull(data) {
		return "", nil
	}
	switch data[0] {
	case '"':
		var text string
		err := json.Unmarshal(data, &text)
		return text, err
	case '{', '[':
		return "", errors.New("ecwid: object or list where a text or a number was expected")
	default:
		return string(data), nil
	}
}
