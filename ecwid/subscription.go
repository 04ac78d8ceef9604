package ecwid

import "errors"

// SubscriptionStatus is the state of a subscription.
type SubscriptionStatus string

// Values of SubscriptionStatus.
const (
	SubscriptionActive       SubscriptionStatus = "ACTIVE"
	SubscriptionCancelled    SubscriptionStatus = "CANCELLED"
	SubscriptionChargeFailed SubscriptionStatus = "LAST_CHARGE_FAILED"
	SubscriptionUnconfirmed  SubscriptionStatus = "REQUIRES_PAYMENT_CONFIRMATION"
)

// Subscription is a recurring subscription as the store returns it.
type Subscription struct {
	Extra
	ID            SubscriptionID     `json:"subscriptionId"`
	CustomerID    CustomerID         `json:"customerId"`
	Status        SubscriptionStatus `json:"status"`
	StatusUpdated Time               `json:"statusUpdated"`
	Created       Time               `json:"created"`
	Cancelled     Time               `json:"cancelled"`
	NextCharge    Time               `json:"nextCharge"`
	// CreateTimestamp and UpdateTimestamp are Unix milliseconds.
	CreateTimestamp int64               `json:"createTimestamp"`
	UpdateTimestamp int64               `json:"updateTimestamp"`
	Charge          RecurringCharge     `json:"chargeSettings"`
	PaymentMethod   SubscriptionPayment `json:"paymentMethod"`
	// OrderTemplate is what each charge orders.
	OrderTemplate Order               `json:"orderTemplate"`
	Orders        []SubscriptionOrder `json:"orders"`
}

func (s *Subscription) check() error {
	if s.ID <= 0 {
		return errors.New("it has no subscription id")
	}
	return nil
}

// SubscriptionPayment is the card that is charged.
type SubscriptionPayment struct {
	Extra
	CardNumber string `json:"creditCardMaskedNumber"` // its end only
	CardBrand  string `json:"creditCardBrand"`
}

// SubscriptionOrder is an order that a charge made.
type SubscriptionOrder struct {
	Extra
	InternalID int64  `json:"id"`
	Total      Amount `json:"total"`
	CreateDate Time   `json:"createDate"`
}

// SubscriptionUpdate is a partial update of a subscription: absent fields stay
// as they are.
type SubscriptionUpdate struct {
	Status     Opt[SubscriptionStatus]   `json:"status,omitzero"`
	NextCharge Opt[Time]                 `json:"nextCharge,omitzero"`
	Charge     Opt[RecurringChargeWrite] `json:"chargeSettings,omitzero"`
}

// IsZero reports an update that changes nothing.
func (u SubscriptionUpdate) IsZero() bool { return isZero(u) }
